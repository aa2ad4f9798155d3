/**
 * Removes from the archive what has expired, so that the rest can still be proved: the record goes, its entry with identity, leaf and position stays, and an
 * act that is sealed in the same transaction says which records went and why. What may go is decided by the chat.
 */
@NullMarked
package org.persistentchat.archive.retention;

import org.jspecify.annotations.NullMarked;
