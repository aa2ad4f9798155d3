package org.persistentchat.loadtest.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.persistentchat.loadtest.verify.ComplianceArchive;

/** What a fake server knows; survives its server like a database. Also its own compliance archive. Guarded by itself. */
public final class FakeChat implements ComplianceArchive {
    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "admin-password";

    final Map<String, FakePerson> people = new LinkedHashMap<>();
    final Map<String, String> tokens = new LinkedHashMap<>();
    final Map<String, String> categories = new LinkedHashMap<>();
    final Map<String, FakeRoom> rooms = new LinkedHashMap<>();
    final Map<String, List<ArchivedRecord>> archive = new LinkedHashMap<>();
    private final List<String> protocolErrors = new CopyOnWriteArrayList<>();
    private volatile Faults faults = Faults.NONE;
    private int nextId = 1;

    public FakeChat() {
        people.put(ADMIN, new FakePerson(ADMIN, "Administrator", ADMIN_PASSWORD));
    }

    public void faults(Faults planted) {
        faults = planted;
    }

    Faults faults() {
        return faults;
    }

    synchronized String id(String prefix) {
        return prefix + nextId++;
    }

    /** Somebody signed in already. Returns the token. */
    public synchronized String person(String account) {
        people.put(account, new FakePerson(account, account, "secret"));
        return token(account);
    }

    synchronized String token(String account) {
        String token = id("token-");
        tokens.put(token, account);
        return token;
    }

    /** Makes a room; returns its id. */
    public synchronized String room(String name) {
        FakeRoom room = new FakeRoom(id("room-"), name);
        rooms.put(room.id, room);
        return room.id;
    }

    public synchronized Collection<FakeRoom> rooms() {
        return List.copyOf(rooms.values());
    }

    /** Appends as the server itself would, without a connection: like a post on another server. */
    public synchronized void say(String room, String account, String body) {
        FakeRoom known = room(room, account);
        FakePerson author = people.get(account);
        if (author == null) {
            throw new IllegalArgumentException(account);
        }
        FakeCommands.publish(this, known, known.append(author, body));
    }

    private FakeRoom room(String id, String account) {
        FakeRoom room = rooms.get(id);
        if (room == null) {
            throw new IllegalArgumentException(account + ": " + id);
        }
        return room;
    }

    /** What clients sent against the protocol. */
    public List<String> protocolErrors() {
        return protocolErrors;
    }

    synchronized void archive(String kind, FakeRoom room, FakePerson person, long sequence, String content) {
        archive.computeIfAbsent(room.id, id -> new ArrayList<>())
                .add(new ArchivedRecord(id("record-"), kind, sequence, person.account(), person.name(), content));
    }

    /** The records themselves: a test may damage them. */
    public synchronized List<ArchivedRecord> archiveOf(String room) {
        return archive.computeIfAbsent(room, id -> new ArrayList<>());
    }

    @Override
    public synchronized List<ArchivedRecord> records(String room) {
        return List.copyOf(archiveOf(room));
    }
}
