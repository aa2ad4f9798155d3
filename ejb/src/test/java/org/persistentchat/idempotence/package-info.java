/** Creations that are asked for again. */
@NullMarked
package org.persistentchat.idempotence;

import org.jspecify.annotations.NullMarked;
