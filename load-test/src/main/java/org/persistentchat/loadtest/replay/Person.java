package org.persistentchat.loadtest.replay;

/** Somebody who takes part. */
record Person(String account, String name) {}
