/** What administrators do to messages of others: purging rooms, removing and replacing by words, and the end of messages that are not kept. */
@NullMarked
package org.persistentchat.moderation;

import org.jspecify.annotations.NullMarked;
