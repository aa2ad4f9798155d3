/**
 * WebSocket connections: the endpoint, what becomes of a frame, the replies and pushes, the registry and the heartbeat. Sits between the chat
 * ({@code org.persistentchat.session}) and the way to the socket ({@code org.persistentchat.web.outbound}). A connection never waits: not for its socket, not for
 * another connection.
 */
@NullMarked
package org.persistentchat.web.connection;

import org.jspecify.annotations.NullMarked;
