package org.persistentchat.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.persistentchat.identity.Person;
import org.persistentchat.presence.PresenceNews.Occupancy;
import org.persistentchat.presence.PresenceNews.Roster;
import org.persistentchat.presence.PresenceNews.RosterChange;
import org.persistentchat.presence.PresenceNews.Typing;

/** Writes down what a client would be told, unless it is behind. */
final class RecordingViewer implements Viewer {
    final List<String> told = new ArrayList<>();
    final List<PresencePush> pushes = new ArrayList<>();
    boolean behind;
    int flushes;

    @Override
    public boolean tell(PresencePush push) {
        if (behind) {
            return false;
        }
        pushes.add(push);
        told.add(text(push.news()));
        return true;
    }

    @Override
    public void flush() {
        flushes++;
    }

    /** What was told since the last time. */
    List<String> takeTold() {
        List<String> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    static String text(PresenceNews news) {
        if (news instanceof Roster roster) {
            return "roster" + accounts(roster.people());
        }
        if (news instanceof RosterChange change) {
            return change.count() + " +" + accounts(change.came()) + " -" + accounts(change.went());
        }
        if (news instanceof Occupancy occupancy) {
            return "only " + occupancy.count();
        }
        return "typing" + accounts(((Typing) news).people());
    }

    private static String accounts(List<Person> people) {
        return people.stream().map(Person::account).collect(Collectors.joining(",", "[", "]"));
    }
}
