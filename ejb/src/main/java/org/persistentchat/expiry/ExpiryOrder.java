package org.persistentchat.expiry;

import java.time.Instant;

/**
 * Records of a room may go.
 *
 * @param room as records name it
 * @param before what was recorded before this time
 * @param rule under which, as it is to be written down
 * @param after where to begin
 */
public record ExpiryOrder(String room, Instant before, String rule, Place after) {

    /** A place among the records of a room, opaque to who gets it. */
    public record Place(Instant at, String record) {
        public static final Place BEGIN = new Place(Instant.EPOCH, "");
    }

    /** The same from another place on. */
    public ExpiryOrder from(Place place) {
        return new ExpiryOrder(room, before, rule, place);
    }
}
