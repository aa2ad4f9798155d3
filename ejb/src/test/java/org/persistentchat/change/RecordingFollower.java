package org.persistentchat.change;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is told. */
final class RecordingFollower implements ChangeFollower {
    final List<String> heard = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    @Override
    public void reload() {
        heard.add("reload");
    }

    @Override
    public void follow(List<Change> changes) {
        if (broken) {
            broken = false;
            throw new IllegalStateException("broken once");
        }
        changes.forEach(change -> heard.add(change.number() + " " + change.kind() + " " + change.subject()));
    }

    @Override
    public void act(List<Change> changes) {
        heard.add("act " + changes.size());
    }
}
