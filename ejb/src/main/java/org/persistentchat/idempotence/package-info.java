/**
 * Creations that may be asked for again: the answer is stored under a key of the caller, in the transaction of the creation, so that a repetition on any
 * server gets the first answer and makes no second thing.
 */
@NullMarked
package org.persistentchat.idempotence;

import org.jspecify.annotations.NullMarked;
