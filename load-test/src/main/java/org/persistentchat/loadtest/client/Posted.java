package org.persistentchat.loadtest.client;

/** The answer to a post: it is committed under this sequence. */
public record Posted(long seq, String at) {}
