/**
 * Who is calling: credentials of HTTP requests, and the handshake of the WebSocket, which is refused or let through before anything is upgraded. Asks
 * {@link org.persistentchat.identity.SignIn}; keeps no session.
 */
@NullMarked
package org.persistentchat.web.signin;

import org.jspecify.annotations.NullMarked;
