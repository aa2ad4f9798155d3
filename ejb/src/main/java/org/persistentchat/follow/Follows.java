package org.persistentchat.follow;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;

/** What people follow. Of two who choose at once, for the same person and room, the last one holds. */
@ApplicationScoped
public class Follows {
    /** Rooms for which a person may have chosen a level. */
    public static final int MOST_CHOSEN = 1_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    RoomDirectory rooms;

    @Inject
    Subjects subjects;

    @Inject
    FollowHints hints;

    @Inject
    Instance<ChoiceWatcher> watchers;

    /**
     * Rooms for which the person chose a level, and those that name them, by name; without those that they may not read now.
     *
     * @param after where the page begins, from {@link FollowPage#next}; empty for the first
     */
    public FollowPage page(Person who, String after, int limit) {
        Subject subject = subjects.of(who);
        List<Follow> found = all(subject).stream()
                .filter(follow -> folded(follow).compareTo(after) > 0)
                .sorted(Comparator.comparing(Follows::folded))
                .limit(limit + 1L)
                .toList();
        @Nullable String next = found.size() > limit ? folded(found.get(limit - 1)) : null;
        return new FollowPage(found.subList(0, Math.min(limit, found.size())), next);
    }

    private List<Follow> all(Subject who) {
        Map<RoomId, FollowLevel> chosen =
                new FollowTable(dataSource).of(who.person().id());
        Map<RoomId, Follow> follows = new HashMap<>();
        for (Room room : rooms.naming(who)) {
            follows.put(room.id(), new Follow(room, FollowLevel.MENTIONS, false));
        }
        chosen.forEach((id, level) -> {
            Optional<Room> room = rooms.find(id);
            room.ifPresent(known -> follows.put(id, new Follow(known, level, true)));
        });
        return follows.values().stream()
                .filter(follow -> RoomRights.mayRead(who, follow.room()))
                .toList();
    }

    private static String folded(Follow follow) {
        return FoldedName.of(follow.room().name());
    }

    /** Chooses a level for a room that the person may read. */
    public Follow choose(Person who, RoomId id, FollowLevel level) {
        Room room = rooms.readable(subjects.of(who), id);
        FollowTable table = new FollowTable(dataSource);
        Map<RoomId, FollowLevel> chosen = table.of(who.id());
        if (chosen.size() >= MOST_CHOSEN && !chosen.containsKey(id)) {
            throw ChatException.overLimit(
                    ErrorCode.TOO_MANY_FOLLOWS,
                    "A level can be chosen for at most " + MOST_CHOSEN + " rooms.",
                    MOST_CHOSEN);
        }
        table.put(who.id(), id, level);
        changed(who, id);
        return new Follow(room, level, true);
    }

    /** Takes the choice back, whether or not there is one, and whether or not there is such a room. */
    public void forget(Person who, RoomId id) {
        if (new FollowTable(dataSource).remove(who.id(), id)) {
            changed(who, id);
        }
    }

    private void changed(Person who, RoomId id) {
        hints.changed(who.id(), id);
        watchers.forEach(watcher -> watcher.chosen(who.id(), id));
    }
}
