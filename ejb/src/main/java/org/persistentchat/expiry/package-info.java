/** What the archive does for retention, as it is published to it: which records may go is decided by the chat, how they go by the archive. */
@NullMarked
package org.persistentchat.expiry;

import org.jspecify.annotations.NullMarked;
