/**
 * The chat as clients meet it: real frames and requests to a running server, each frame held against the schemas of the protocol
 * ({@link org.persistentchat.protocol}). Every test makes its own people and rooms, so that tests do not depend on each other.
 */
@NullMarked
package org.persistentchat.chat;

import org.jspecify.annotations.NullMarked;
