package org.persistentchat.loadtest.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.persistentchat.loadtest.client.ChatErrorException;
import org.persistentchat.loadtest.client.Posted;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.verify.Acknowledged;
import org.persistentchat.loadtest.verify.Difference;
import org.persistentchat.loadtest.verify.Differences;
import org.persistentchat.loadtest.verify.ExpectedPost;

/** Lets one channel's script happen in one room, one step after the other: the order of the log is the order of the room. */
final class RoomReplay implements Runnable {
    private final Script script;
    private final ReplayRoom room;
    private final SpeakerPool speakers;
    private final Function<String, Person> people;
    private final Pace pace;
    private final Progress progress;
    private final Differences differences;
    private final List<ExpectedPost> expected = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    RoomReplay(
            Script script,
            ReplayRoom room,
            SpeakerPool speakers,
            Function<String, Person> people,
            Pace pace,
            Progress progress,
            Differences differences) {
        this.script = script;
        this.room = room;
        this.speakers = speakers;
        this.people = people;
        this.pace = pace;
        this.progress = progress;
        this.differences = differences;
    }

    ReplayRoom room() {
        return room;
    }

    Script script() {
        return script;
    }

    List<ExpectedPost> expected() {
        return expected;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    @Override
    public void run() {
        for (Step step : script.steps()) {
            pace.await(step.second());
            try {
                take(step);
            } catch (ChatErrorException refused) {
                differences.add(new Difference(
                        Difference.Where.CLIENT,
                        Difference.What.FAILED,
                        room.name(),
                        step.nick() + ": " + refused.getMessage()));
            }
        }
    }

    private void take(Step step) {
        Person person = people.apply(step.nick());
        if (step instanceof Step.Enter) {
            speakers.as(person, speaker -> speaker.enter(room.id()));
        } else if (step instanceof Step.Leave) {
            speakers.ifOpen(person, speaker -> speaker.leave(room.id()));
        } else if (step instanceof Step.Say say) {
            ExpectedPost post = new ExpectedPost(say.where(), person.account(), person.name(), say.text());
            expected.add(post);
            speakers.as(person, speaker -> {
                speaker.enter(room.id());
                Posted posted = speaker.post(room.id(), "line-" + expected.size(), say.text());
                acknowledged.add(new Acknowledged(posted.seq(), post));
            });
            progress.step();
        }
    }
}
