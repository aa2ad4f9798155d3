package org.persistentchat.journal;

import java.time.Instant;

/** A post is committed, at this sequence of its room and this time. A repeated client key gives an equal answer. */
public record Posted(long sequence, Instant at) {}
