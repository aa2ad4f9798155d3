package org.persistentchat.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules would remove now.
 *
 * @param rooms where something has expired; the first 1,000
 * @param archiveReachable whether the archive could be looked at
 * @param complete whether all was looked at
 */
public record RetentionPreview(List<RoomPreview> rooms, boolean archiveReachable, boolean complete) {
    public RetentionPreview {
        rooms = List.copyOf(rooms);
    }

    /**
     * What would be removed of a room.
     *
     * @param room its id; empty for records that belong to none
     * @param name empty if it is not there any more
     */
    public record RoomPreview(String room, String name, Count content, Count archive) {}

    /**
     * How much.
     *
     * @param expired that would go
     * @param held that would go and is held
     * @param oldest of both
     * @param newest of both
     */
    public record Count(
            long expired,
            long held,
            @Nullable Instant oldest,
            @Nullable Instant newest) {
        static final Count NOTHING = new Count(0, 0, null, null);

        boolean isNothing() {
            return expired == 0 && held == 0;
        }
    }
}
