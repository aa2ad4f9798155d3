/**
 * A client of the protocol {@code persistentchat.v1}: {@link org.persistentchat.loadtest.client.ChatRest} for the calls around it and
 * {@link org.persistentchat.loadtest.client.ChatConnection} for the conversation itself. Knows nothing of the server but its public protocol;
 * replay, verification and the load generator stand on it. Guarantees: a command is answered or fails, never forgotten, across any number of
 * broken connections; what a room's stream received is recorded exactly and every departure from "each once, in order" is counted.
 */
@NullMarked
package org.persistentchat.loadtest.client;

import org.jspecify.annotations.NullMarked;
