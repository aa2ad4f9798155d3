/** The server as its administrator meets it: start, stop, log, health, metrics, data that stays. Uses the harness, and no protocol of the chat. */
@NullMarked
package org.persistentchat.operation;

import org.jspecify.annotations.NullMarked;
