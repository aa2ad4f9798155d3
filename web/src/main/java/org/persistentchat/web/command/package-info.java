/**
 * What a client asks for over the WebSocket: the commands, and the strict decoder from a frame. Depends on the published types of the chat and knows no
 * connection; whoever has a command gives it to a {@link org.persistentchat.web.command.Command.Handler}.
 */
@NullMarked
package org.persistentchat.web.command;

import org.jspecify.annotations.NullMarked;
