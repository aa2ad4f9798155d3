package org.persistentchat.loadtest.soak;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.persistentchat.loadtest.client.ChatConnection;
import org.persistentchat.loadtest.client.ChatError;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.ConnectionListener;
import org.persistentchat.loadtest.client.ConnectionSettings;
import org.persistentchat.loadtest.client.Greeting;
import org.persistentchat.loadtest.client.LinkClosed;
import org.persistentchat.loadtest.client.Posted;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.verify.Acknowledged;
import org.persistentchat.loadtest.verify.Difference;
import org.persistentchat.loadtest.verify.Differences;
import org.persistentchat.loadtest.verify.ExpectedPost;

/** Somebody in some rooms, who says one thing at a time: the next only when the last is acknowledged, so that the order is known. */
final class SoakPerson implements ConnectionListener {
    private final String account;
    private final String name;
    private final List<SoakRoom> rooms;
    private final SoakMeter meter;
    private final Differences differences;
    private final ChatConnection connection;
    private final AtomicBoolean speaking = new AtomicBoolean();
    private int said;
    private volatile long brokenSince;

    SoakPerson(
            SoakAccount person, List<SoakRoom> rooms, SoakMeter meter, Differences differences, ChatNetwork network) {
        this.account = person.account();
        this.name = person.name();
        this.rooms = rooms;
        this.meter = meter;
        this.differences = differences;
        this.connection = ChatConnection.open(network, person.connection(), this);
    }

    /** Who it is and how they connect. */
    record SoakAccount(String account, String name, ConnectionSettings connection) {}

    void enter() {
        for (SoakRoom room : rooms) {
            Waiting.answer(connection.enter(room.id(), 0));
        }
    }

    List<SoakRoom> rooms() {
        return rooms;
    }

    String account() {
        return account;
    }

    ChatConnection connection() {
        return connection;
    }

    /** Whether the last post is still without an answer. */
    boolean speaking() {
        return speaking.get();
    }

    /** Says something unless the last is still on its way; returns whether. Called by one thread. */
    boolean say(SoakRoom room, int characters) {
        if (!speaking.compareAndSet(false, true)) {
            return false;
        }
        String key = String.format(Locale.ROOT, "%08d", ++said);
        String text = account + " " + key + " ";
        ExpectedPost post =
                new ExpectedPost(key, account, name, text + "x".repeat(Math.max(1, characters - text.length())));
        room.saying(post);
        long begun = System.nanoTime();
        var unused = connection.post(room.id(), key, post.text()).whenComplete((posted, failure) -> {
            if (failure == null) {
                answered(room, post, posted, begun);
            } else {
                differences.add(failed(room, key + " was not said: " + failure));
            }
            speaking.set(false);
        });
        return true;
    }

    private void answered(SoakRoom room, ExpectedPost post, Posted posted, long begun) {
        room.acknowledged(new Acknowledged(posted.seq(), post));
        meter.acknowledged(System.nanoTime() - begun);
    }

    private Difference failed(SoakRoom room, String detail) {
        return new Difference(Difference.Where.CLIENT, Difference.What.FAILED, room.name(), account + ": " + detail);
    }

    @Override
    public void events(String room, List<ChatEvent> events) {
        meter.delivered(events.size());
    }

    @Override
    public void broken(LinkClosed reason, boolean mayReturn) {
        if (brokenSince == 0) {
            brokenSince = System.nanoTime();
            meter.left();
        }
        if (!mayReturn && reason.closeCode() != 1000) {
            rooms.stream().limit(1).forEach(room -> differences.add(failed(room, "gave up: " + reason)));
        }
    }

    @Override
    public void ready(Greeting greeting) {
        long since = brokenSince;
        if (since != 0) {
            brokenSince = 0;
            meter.returned(System.nanoTime() - since);
        }
    }

    @Override
    public void left(String room, ChatError reason) {
        differences.add(new Difference(
                Difference.Where.CLIENT, Difference.What.FAILED, room, account + " was put out: " + reason));
    }
}
