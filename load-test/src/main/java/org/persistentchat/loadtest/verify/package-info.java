/**
 * Holds what the chat gave back against what was said: history against the log, listeners against history, the compliance database against both.
 * Guarantees that each departure is a {@link org.persistentchat.loadtest.verify.Difference}: lost, repeated, swapped, changed or foreign. Knows
 * events of the client library, not how they were obtained; the replay uses it, tests may.
 */
@NullMarked
package org.persistentchat.loadtest.verify;

import org.jspecify.annotations.NullMarked;
