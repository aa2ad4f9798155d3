package org.persistentchat.archive.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveException;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.seal.SealingSettingsBean;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.expiry.ArchiveExpiry;
import org.persistentchat.expiry.Expired;
import org.persistentchat.expiry.ExpiryOrder;
import org.persistentchat.export.AdapterDesk;
import org.persistentchat.export.AdapterStatus;
import org.persistentchat.export.ArchiveAwayException;

/** Retention in the server's archive: reads with its usual account, removes with the one that may. */
@ApplicationScoped
public class ArchiveExpiryBean implements ArchiveExpiry {

    @Inject
    ArchiveDatabase database;

    @Inject
    AdapterDesk adapters;

    @Inject
    SealingSettingsBean sealing;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.retention-datasource")
    Optional<String> removing;

    private final Clock clock = Clock.systemUTC();
    private final ExpiryBound bound = new ExpiryBound(this::exported, clock);
    private @Nullable RecordExpiry expiry;

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    @Override
    public List<String> rooms(String after, int limit) {
        return ask(connection -> new ExpiryTable(connection).rooms(after, limit));
    }

    @Override
    public Expired look(ExpiryOrder order, Predicate<ComplianceRecord> held) {
        return ask(connection -> RecordExpiry.look(connection, order, held, bound.through(connection)));
    }

    @Override
    public Expired expire(ExpiryOrder order, Predicate<ComplianceRecord> held) {
        long through = ask(bound::through);
        try {
            return expiry().expire(order, held, through);
        } catch (SQLException | IOException | NamingException failed) {
            throw new ArchiveAwayException(failed);
        }
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = database.ready().getConnection()) {
            return question.ask(connection);
        } catch (SQLException | ArchiveException away) {
            throw new ArchiveAwayException(away);
        }
    }

    private long exported() {
        return adapters.list().stream().mapToLong(AdapterStatus::exported).min().orElse(Long.MAX_VALUE);
    }

    @SuppressWarnings("BanJNDI") // the name is the operator's, from the server's own configuration
    private synchronized RecordExpiry expiry() throws IOException, NamingException {
        if (expiry == null) {
            SigningKey key = SigningKey.of(sealing.settings().keyFile());
            DataSource account =
                    removing.isPresent() ? (DataSource) InitialContext.doLookup(removing.get()) : database.ready();
            String server = ConfigProvider.getConfig()
                    .getOptionalValue("jboss.node.name", String.class)
                    .orElse("server");
            expiry = new RecordExpiry(account, key, clock, server);
        }
        return expiry;
    }
}
