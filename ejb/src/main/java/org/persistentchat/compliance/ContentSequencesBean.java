package org.persistentchat.compliance;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.ContentSequences;

/** Reads the content database for the archive's comparison. */
@ApplicationScoped
public class ContentSequencesBean implements ContentSequences {

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource content;

    @Override
    public List<RoomSequences> page(long cursor, int limit) throws SQLException {
        return new RoomHeadTable(content).page(cursor, limit);
    }

    @Override
    public Optional<Instant> oldestWaiting() throws SQLException {
        return new RoomHeadTable(content).oldestWaiting();
    }
}
