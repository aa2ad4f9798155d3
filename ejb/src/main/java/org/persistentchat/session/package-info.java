/**
 * What one connection of a person can do: enter and leave rooms, post, read, resume, mark, show who is there. The face of the chat to transports, which
 * implement {@link org.persistentchat.session.Outlet} and {@link org.persistentchat.session.Reply}.
 */
@NullMarked
package org.persistentchat.session;

import org.jspecify.annotations.NullMarked;
