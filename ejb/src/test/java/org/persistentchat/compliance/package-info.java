/** The relay against a channel that the test plays and a real outbox table in memory. */
@NullMarked
package org.persistentchat.compliance;

import org.jspecify.annotations.NullMarked;
