package org.persistentchat.hold;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.persistentchat.identity.PersonId;

/** All holds there are and were, in the content database. The caller owns the transaction. */
public final class HoldRegister {
    private final Connection connection;

    public HoldRegister(Connection connection) {
        this.connection = connection;
    }

    /** Sets a hold: from the end of the transaction on nothing that it covers is removed. */
    public void set(LegalHold hold) throws SQLException {
        HoldGate.close(connection);
        new HoldTable(connection).insert(hold);
    }

    public Optional<LegalHold> find(long id) throws SQLException {
        return new HoldTable(connection).find(id);
    }

    /** Those in force, or all, the newest first. */
    public List<LegalHold> list(boolean released, int limit) throws SQLException {
        return new HoldTable(connection).list(released, limit);
    }

    /** Ends a hold; false if it is not in force. Removes nothing. */
    public boolean release(long id, PersonId by, Instant now) throws SQLException {
        HoldGate.close(connection);
        return new HoldTable(connection).release(id, by, now);
    }
}
