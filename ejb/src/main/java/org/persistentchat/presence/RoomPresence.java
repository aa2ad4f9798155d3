package org.persistentchat.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.presence.PresenceNews.Occupancy;
import org.persistentchat.presence.PresenceNews.Roster;
import org.persistentchat.presence.PresenceNews.RosterChange;
import org.persistentchat.room.RoomId;

/**
 * The people in one room, and who shows it. Coming and going costs the same in a large room as in a small one; nothing is collected
 * while nobody shows the room. Viewers are called outside of the lock, by whoever took the round.
 */
final class RoomPresence {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** A room that many show is told less often: about this many pushes a second. */
    private static final int PUSHES_PER_SECOND = 1_000;

    private final RoomId room;

    // Guarded by this
    private final Map<PersonId, Occupant> people = new LinkedHashMap<>(4);
    private final Set<Viewer> viewers = new LinkedHashSet<>(4);
    private final Set<Viewer> behind = new HashSet<>(2);
    private final Map<PersonId, Change> changes = new LinkedHashMap<>(2);
    private final TypingPeople typing = new TypingPeople();
    private boolean changed;
    private boolean tooManyChanges;
    private boolean detailed;
    private @Nullable Long lastTold;

    RoomPresence(RoomId room) {
        this.room = room;
    }

    private static final class Occupant {
        final Person person;
        int times = 1;

        Occupant(Person person) {
            this.person = person;
        }
    }

    RoomId room() {
        return room;
    }

    private record Change(Person person, boolean present) {}

    /** One more reason to count the person; true if there is something to tell. */
    synchronized boolean came(Person person, int limit) {
        Occupant known = people.get(person.id());
        if (known != null) {
            known.times++;
            return false;
        }
        people.put(person.id(), new Occupant(person));
        return noted(person, true, limit);
    }

    /** One reason less to count the person; true if there is something to tell. */
    synchronized boolean went(Person person, int limit) {
        Occupant known = people.get(person.id());
        if (known == null || --known.times > 0) {
            return false;
        }
        people.remove(person.id());
        typing.stopped(person.id());
        return noted(person, false, limit);
    }

    private boolean noted(Person person, boolean present, int limit) {
        if (viewers.isEmpty()) {
            return false;
        }
        changed = true;
        if (detailed && !tooManyChanges) {
            changes.put(person.id(), new Change(person, present));
            if (changes.size() > limit) {
                tooManyChanges = true;
                changes.clear();
            }
        }
        return true;
    }

    /** The viewer is told what follows the answer. */
    synchronized PresenceNews show(Viewer viewer, int limit) {
        if (viewers.isEmpty()) {
            changed = false;
            tooManyChanges = false;
            detailed = people.size() <= limit;
        }
        viewers.add(viewer);
        behind.remove(viewer);
        typing.tellAgain();
        return whole(limit);
    }

    synchronized void hide(Viewer viewer) {
        viewers.remove(viewer);
        behind.remove(viewer);
        if (viewers.isEmpty()) {
            changes.clear();
        }
    }

    /** True if there is something to tell. */
    synchronized boolean typing(Person person, long now) {
        if (!people.containsKey(person.id())) {
            return false;
        }
        typing.typing(person, now);
        return true;
    }

    synchronized boolean stoppedTyping(PersonId person) {
        return typing.stopped(person);
    }

    /** A push was left out for the viewer. */
    synchronized void missed(Viewer viewer) {
        if (viewers.contains(viewer)) {
            behind.add(viewer);
        }
    }

    synchronized boolean isEmpty() {
        return people.isEmpty() && viewers.isEmpty();
    }

    /** Whether somebody is to be told something sooner or later without anything happening. */
    synchronized boolean isDue() {
        return !viewers.isEmpty() && (changed || !behind.isEmpty() || typing.isDue());
    }

    /** What is to be told now, which then counts as told; null if nothing is, or it is too early. */
    synchronized @Nullable Round round(long now, int limit) {
        typing.expire(now);
        long pause = SECOND * (1 + viewers.size() / PUSHES_PER_SECOND);
        if (viewers.isEmpty() || (lastTold != null && now - lastTold < pause)) {
            return null;
        }
        boolean detailedNow = people.size() <= limit;
        PresenceNews news = changed || detailed != detailedNow ? news(limit, detailedNow) : null;
        PresenceNews typists = typing.takeChanged() && detailedNow ? typists() : null;
        detailed = detailedNow;
        changed = false;
        tooManyChanges = false;
        changes.clear();
        if (news == null && typists == null && behind.isEmpty()) {
            return null;
        }
        lastTold = now;
        List<Viewer> upToDate = new ArrayList<>();
        if (news != null || typists != null) {
            viewers.stream().filter(viewer -> !behind.contains(viewer)).forEach(upToDate::add);
        }
        Round round = new Round(pushes(news, typists), upToDate, wholeForThoseBehind(limit), List.copyOf(behind));
        behind.clear();
        return round;
    }

    private PresenceNews news(int limit, boolean detailedNow) {
        if (!detailedNow || !detailed || tooManyChanges) {
            return whole(limit);
        }
        List<Person> came = new ArrayList<>();
        List<Person> went = new ArrayList<>();
        changes.values().forEach(change -> (change.present ? came : went).add(change.person));
        return new RosterChange(room, people.size(), came, went);
    }

    private List<PresencePush> wholeForThoseBehind(int limit) {
        if (behind.isEmpty()) {
            return List.of();
        }
        PresenceNews whole = whole(limit);
        return pushes(whole, whole instanceof Roster ? typists() : null);
    }

    private PresenceNews whole(int limit) {
        return people.size() > limit
                ? new Occupancy(room, people.size())
                : new Roster(
                        room,
                        people.values().stream()
                                .map(occupant -> occupant.person)
                                .toList());
    }

    private PresenceNews typists() {
        return new PresenceNews.Typing(room, typing.people());
    }

    private static List<PresencePush> pushes(@Nullable PresenceNews... news) {
        List<PresencePush> pushes = new ArrayList<>(news.length);
        for (PresenceNews one : news) {
            if (one != null) {
                pushes.add(new PresencePush(one));
            }
        }
        return pushes;
    }

    /**
     * What is told to whom.
     *
     * @param pushes for those who had everything before
     * @param whole for those who missed something
     */
    record Round(List<PresencePush> pushes, List<Viewer> upToDate, List<PresencePush> whole, List<Viewer> behind) {}
}
