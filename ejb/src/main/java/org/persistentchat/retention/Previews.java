package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.expiry.ArchiveExpiry;
import org.persistentchat.expiry.Expired;
import org.persistentchat.expiry.ExpiryOrder;
import org.persistentchat.export.ArchiveAwayException;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.hold.Holds;
import org.persistentchat.identity.Person;
import org.persistentchat.moderation.PurgeOrder;
import org.persistentchat.moderation.PurgePreview;
import org.persistentchat.moderation.RoomPurge;
import org.persistentchat.retention.RetentionPreview.Count;
import org.persistentchat.retention.RetentionPreview.RoomPreview;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;

/** Looks at what rules would remove, as far as one question may. Used once. */
final class Previews {
    private static final long MOST = 200_000;
    private static final int ROOMS = 1_000;

    private final DataSource dataSource;
    private final RoomDirectory rooms;
    private final RetentionRules rules;
    private final Instant now;
    private long looked;
    private boolean complete = true;
    private Holds holds = Holds.NONE;
    private @Nullable ArchiveExpiry archive;

    Previews(DataSource dataSource, RoomDirectory rooms, RetentionRules rules, Instant now) {
        this.dataSource = dataSource;
        this.rooms = rooms;
        this.rules = rules;
        this.now = now;
    }

    RetentionPreview of(RetentionScope scope, Optional<ArchiveExpiry> there) throws SQLException {
        archive = there.orElse(null);
        try (Connection connection = dataSource.getConnection()) {
            holds = HoldGate.look(connection);
        }
        List<RoomPreview> found = new ArrayList<>();
        for (String room : names(scope)) {
            if (found.size() == ROOMS || looked >= MOST) {
                complete = false;
                break;
            }
            Optional<Room> known = RoomId.parse(room).flatMap(rooms::find);
            Count content = known.isPresent() ? content(known.get()) : Count.NOTHING;
            Count archived = archived(room);
            if (!content.isNothing() || !archived.isNothing()) {
                found.add(new RoomPreview(room, known.map(Room::name).orElse(""), content, archived));
            }
        }
        return new RetentionPreview(found, archive != null, complete && archive != null);
    }

    /** Rooms as records name them; of everything also those that are not there any more, and none. */
    private List<String> names(RetentionScope scope) {
        List<String> names = new ArrayList<>(rooms.rooms().stream()
                .filter(room -> isIn(room, scope))
                .map(room -> room.id().text())
                .sorted(Comparator.naturalOrder())
                .toList());
        if (scope.kind() == RetentionScope.Kind.GLOBAL) {
            archivedRooms().stream()
                    .filter(name -> RoomId.parse(name).flatMap(rooms::find).isEmpty())
                    .forEach(names::add);
        } else if (scope.kind() == RetentionScope.Kind.ROOM && names.isEmpty()) {
            names.add(new RoomId(scope.id()).text());
        }
        return names;
    }

    private static boolean isIn(Room room, RetentionScope scope) {
        return switch (scope.kind()) {
            case GLOBAL -> true;
            case CATEGORY -> room.category().id().value() == scope.id();
            case ROOM -> room.id().value() == scope.id();
        };
    }

    private List<String> archivedRooms() {
        List<String> all = new ArrayList<>(List.of(""));
        try {
            List<String> page = List.of("");
            while (archive != null && !page.isEmpty()) {
                page = archive.rooms(page.get(page.size() - 1), ROOMS);
                all.addAll(page);
            }
        } catch (ArchiveAwayException away) {
            archive = null;
        }
        return all;
    }

    private Count content(Room room) throws SQLException {
        Optional<RetentionRules.Limit> limit =
                rules.of(Store.CONTENT, room.id().value(), room.category().id().value());
        if (limit.isEmpty()) {
            return Count.NOTHING;
        }
        PurgeOrder order =
                new PurgeOrder(room, Person.product(), "", Cutoff.of(limit.get(), now), Cutoff.rule(limit.get()));
        PurgePreview seen = new RoomPurge(dataSource, (draft, nobody) -> {}, order).look(MOST - looked);
        looked += seen.messages() + seen.held();
        complete &= seen.complete();
        return new Count(seen.messages(), seen.held(), seen.oldest(), seen.newest());
    }

    private Count archived(String room) {
        Optional<RetentionRules.Limit> limit = new ArchiveLimits(rules, rooms::find).of(room);
        ArchiveExpiry there = archive;
        if (limit.isEmpty() || there == null) {
            return Count.NOTHING;
        }
        ExpiryOrder order =
                new ExpiryOrder(room, Cutoff.of(limit.get(), now), Cutoff.rule(limit.get()), ExpiryOrder.Place.BEGIN);
        Count count = Count.NOTHING;
        try {
            while (true) {
                Expired step = there.look(order, record -> holds.cover(ArchiveLimits.held(record)));
                looked += step.looked();
                count = new Count(
                        count.expired() + step.records(),
                        count.held() + step.held(),
                        count.oldest() == null ? step.oldest() : count.oldest(),
                        step.newest() == null ? count.newest() : step.newest());
                if (step.next() == null || looked >= MOST) {
                    complete &= step.next() == null;
                    return count;
                }
                order = order.from(step.next());
            }
        } catch (ArchiveAwayException away) {
            archive = null;
            return count;
        }
    }
}
