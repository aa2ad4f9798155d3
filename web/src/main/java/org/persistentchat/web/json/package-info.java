/**
 * The JSON that clients see: the forms of events, rooms, people and errors, written as UTF-8 bytes. Used by the WebSocket and by REST, so that both say the
 * same. Depends on the published types of the chat only.
 */
@NullMarked
package org.persistentchat.web.json;

import org.jspecify.annotations.NullMarked;
