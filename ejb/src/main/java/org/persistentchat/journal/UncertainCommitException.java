package org.persistentchat.journal;

import java.sql.SQLException;
import java.util.Set;
import org.persistentchat.room.RoomId;

/** The commit itself failed: the database may have it or not. Rooms are those whose history may have grown. */
final class UncertainCommitException extends SQLException {
    private final transient Set<RoomId> rooms;

    UncertainCommitException(Set<RoomId> rooms, SQLException cause) {
        super("It is not known whether the commit happened", cause.getSQLState(), cause);
        this.rooms = rooms;
    }

    Set<RoomId> rooms() {
        return rooms;
    }
}
