/**
 * What is said of errors outside of the WebSocket: {@code application/problem+json} (RFC 9457) to clients, and the log with the reference that an internal
 * error is found by.
 */
@NullMarked
package org.persistentchat.web.problem;

import org.jspecify.annotations.NullMarked;
