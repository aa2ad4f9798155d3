package org.persistentchat.archive.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the archive is.
 *
 * @param reachable whether the compliance database answers
 * @param seal how far it is sealed
 * @param comparison how complete it is
 */
public record ArchiveState(boolean reachable, Seal seal, Comparison comparison) {

    /** When nothing can be said. */
    public static final ArchiveState UNREACHABLE = new ArchiveState(
            false, new Seal(0, 0, Optional.empty(), 0), new Comparison(Optional.empty(), 0, 0, 0, List.of()));

    /** Whether the archive has what was committed, no less and no more, as far as it was compared. */
    public boolean complete() {
        return reachable && comparison.missing() == 0 && comparison.surplus() == 0;
    }

    /**
     * How far the archive is sealed.
     *
     * @param records that have their place in the chain
     * @param chunks closed
     * @param sealedAt when the newest was closed
     * @param waiting stored, not sealed yet
     */
    public record Seal(long records, long chunks, Optional<Instant> sealedAt, long waiting) {}

    /**
     * How complete the archive is.
     *
     * @param upTo everything that was committed until then was compared
     * @param rooms of the content database then
     * @param missing events that the archive should have and has not
     * @param surplus events that the archive has and nobody committed
     * @param gaps rooms where something is missing, some of them
     */
    public record Comparison(Optional<Instant> upTo, long rooms, long missing, long surplus, List<Gap> gaps) {}

    /** A room where something is missing; negative when there is too much. */
    public record Gap(String roomId, long missing) {}
}
