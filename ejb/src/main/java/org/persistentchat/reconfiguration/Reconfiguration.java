package org.persistentchat.reconfiguration;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditAct;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.audit.AuditState;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.change.ChangeLog;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;
import org.persistentchat.config.Settings;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** What administrators do with the configuration. */
@ApplicationScoped
public class Reconfiguration {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    Settings settings;

    @Inject
    AuditLog audit;

    @Inject
    ChangeLog changes;

    /** What is configured in the pool. */
    public Configuration read(Person by) {
        checkAdministrator(by);
        try (Connection connection = dataSource.getConnection()) {
            return configuration(connection);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    /**
     * Changes values; absent takes a stored value back, so that the installation's holds.
     *
     * @param expected version that the administrator has seen, -1 for any; refused with {@link ErrorCode#PRECONDITION_FAILED} if it is not the present one
     */
    @Transactional
    public Configuration change(Person by, long expected, Map<ConfigurationKey, Optional<Integer>> wanted) {
        checkAdministrator(by);
        try (Connection connection = dataSource.getConnection()) {
            if (!ConfigurationTable.begin(connection, expected)) {
                throw new ChatException(
                        ErrorCode.PRECONDITION_FAILED,
                        "It was changed in the meantime: read it again, then change it.");
            }
            LimitValues before = configuration(connection).values();
            for (Map.Entry<ConfigurationKey, Optional<Integer>> entry : wanted.entrySet()) {
                ConfigurationTable.put(
                        connection, entry.getKey().key(), entry.getValue().map(String::valueOf));
            }
            Configuration after = configuration(connection);
            StoredValues.check(after.values());
            audit.record(by, act(wanted, before, after.values()));
            changes.record(ChangeKind.CONFIGURATION, 0);
            return after;
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private Configuration configuration(Connection connection) throws SQLException {
        ConfigurationTable.Stored stored = ConfigurationTable.read(connection);
        Map<ConfigurationKey, Integer> values = StoredValues.of(stored.settings());
        LimitValues installed = settings.installed();
        return new Configuration(stored.version(), installed.with(values), installed, values.keySet());
    }

    private static AuditAct act(
            Map<ConfigurationKey, Optional<Integer>> wanted, LimitValues before, LimitValues after) {
        return new AuditAct(
                "configuration.change",
                AuditSubject.named("configuration", "configuration"),
                state(wanted, before),
                state(wanted, after));
    }

    private static AuditState state(Map<ConfigurationKey, Optional<Integer>> wanted, LimitValues values) {
        AuditState state = AuditState.NONE;
        for (ConfigurationKey key : new TreeSet<>(wanted.keySet())) {
            int value = values.get(key);
            state = key.isFlag() ? state.and(key.key(), value != 0) : state.and(key.key(), value);
        }
        return state;
    }

    private static void checkAdministrator(Person by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators configure the chat.");
        }
    }
}
