package org.persistentchat.loadtest.soak;

import java.util.ArrayList;
import java.util.List;
import org.persistentchat.loadtest.verify.Acknowledged;
import org.persistentchat.loadtest.verify.ExpectedPost;

/** A room and all that was said in it, as those who said it know it. Safe for use by many threads. */
final class SoakRoom {
    private final String id;
    private final String name;
    private final List<ExpectedPost> said = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    SoakRoom(String id, String name) {
        this.id = id;
        this.name = name;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    synchronized void saying(ExpectedPost post) {
        said.add(post);
    }

    synchronized void acknowledged(Acknowledged post) {
        acknowledged.add(post);
    }

    synchronized List<ExpectedPost> said() {
        return List.copyOf(said);
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** The highest sequence that was acknowledged. */
    synchronized long last() {
        return acknowledged.stream().mapToLong(Acknowledged::seq).max().orElse(0);
    }
}
