package org.persistentchat.retention;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.hold.HeldRecord;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;

/** Which rule counts for records of the archive, which name rooms as they were. */
final class ArchiveLimits {
    private final RetentionRules rules;
    private final Function<RoomId, Optional<Room>> rooms;

    ArchiveLimits(RetentionRules rules, Function<RoomId, Optional<Room>> rooms) {
        this.rules = rules;
        this.rooms = rooms;
    }

    /** The rule for what was recorded of a room, by its id; empty if it is kept for ever. */
    Optional<RetentionRules.Limit> of(String recorded) {
        Optional<RoomId> id = RoomId.parse(recorded);
        Optional<Room> room = id.flatMap(rooms);
        return room.isPresent()
                ? rules.of(
                        Store.ARCHIVE,
                        room.get().id().value(),
                        room.get().category().id().value())
                : rules.elsewhere(Store.ARCHIVE, id.map(RoomId::value).orElse(0L));
    }

    /** A record, as holds look at it. */
    static HeldRecord held(ComplianceRecord record) {
        String text = Stream.of(
                        record.message().title(),
                        record.content(),
                        record.message().previous())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return new HeldRecord(record.room().id(), record.person().account(), record.at(), text);
    }
}
