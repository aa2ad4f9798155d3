package org.persistentchat.identity;

import java.time.Instant;

/** Lets a browser open one WebSocket: valid once, for some seconds. */
public record Ticket(String text, Instant expiresAt) {}
