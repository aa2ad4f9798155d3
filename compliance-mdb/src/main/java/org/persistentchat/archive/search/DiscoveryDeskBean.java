package org.persistentchat.archive.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveException;
import org.persistentchat.archive.pack.PackageWriter;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.reading.JdbcArchiveReader;
import org.persistentchat.archive.seal.SealingSettingsBean;
import org.persistentchat.discovery.ArchiveQuery;
import org.persistentchat.discovery.DiscoveryDesk;
import org.persistentchat.discovery.FoundRecord;
import org.persistentchat.discovery.FoundRecords;
import org.persistentchat.discovery.PackageOrder;
import org.persistentchat.discovery.SealedPackage;
import org.persistentchat.export.ArchiveAwayException;

/** Searches the server's compliance database, once it is ready. */
@ApplicationScoped
public class DiscoveryDeskBean implements DiscoveryDesk {

    @Inject
    ArchiveDatabase database;

    @Inject
    SealingSettingsBean sealing;

    @Override
    public FoundRecords search(ArchiveQuery query, long after, int limit) {
        try {
            return new RecordSearch(database.ready()).page(query, after, limit);
        } catch (SQLException | ArchiveException away) {
            throw new ArchiveAwayException(away);
        }
    }

    @Override
    public List<FoundRecord> read(Collection<Long> positions) {
        try {
            return new JdbcArchiveReader(database.ready())
                    .read(positions).stream()
                            .map(entry -> new FoundRecord(entry.position(), entry.record()))
                            .toList();
        } catch (SQLException | ArchiveException away) {
            throw new ArchiveAwayException(away);
        }
    }

    @Override
    public SealedPackage seal(PackageOrder order, List<Long> positions) {
        try {
            return PackageFile.of(
                    new PackageWriter(
                            database.ready(), SigningKey.of(sealing.settings().keyFile())),
                    order,
                    positions);
        } catch (SQLException | IOException | ArchiveException away) {
            throw new ArchiveAwayException(away);
        }
    }
}
