/**
 * Writes down administrative acts: {@link org.persistentchat.audit.AuditLog#record} is called in the transaction of the act, so that there is an entry
 * exactly if the act was committed. Append only; {@code org.persistentchat.trail} reads. Knows nothing of people and rooms, so that all of them can use it.
 */
@NullMarked
package org.persistentchat.audit;

import org.jspecify.annotations.NullMarked;
