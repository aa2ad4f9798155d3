package org.persistentchat.loadtest.verify;

/** The server said that this post is committed under this sequence. */
public record Acknowledged(long seq, ExpectedPost post) {}
