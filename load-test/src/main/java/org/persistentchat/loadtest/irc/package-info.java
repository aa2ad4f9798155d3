/**
 * Reads logs of IRC channels in the forms of the corpora that chat research published. Guarantees that no line stops the reading: what is neither
 * said nor a coming or going is counted with its reason. Knows nothing of the chat; the replay uses it.
 */
@NullMarked
package org.persistentchat.loadtest.irc;

import org.jspecify.annotations.NullMarked;
