package org.persistentchat.loadtest.fake;

/** Somebody known to the fake server. */
record FakePerson(String account, String name, String secret) {}
