package org.persistentchat.change;

/** Hears of changes that this server has made, when they are committed. A CDI bean of this type is found. Must not block. */
public interface ChangeWatcher {
    void changed(long number);
}
