package org.persistentchat.loadtest.replay;

/** A room made for a replay. */
record ReplayRoom(String id, String name) {}
