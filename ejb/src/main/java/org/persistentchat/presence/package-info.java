/**
 * Who is in the rooms that clients show, and who types: soft state. It is in the memory of the servers only, goes out at most once a
 * second and room, and is left out for a connection that is behind, which gets the whole again later. Nothing is decided by it.
 *
 * <p>A person counts as long as somebody counts them: each connection that entered the room, and (with several servers) each other
 * server that has such a connection. {@link org.persistentchat.presence.Presence#came} and
 * {@link org.persistentchat.presence.Presence#went} are the same for both; who brings another server's people takes them away again when
 * that server is gone.
 */
@NullMarked
package org.persistentchat.presence;

import org.jspecify.annotations.NullMarked;
