/**
 * The only way into the history: posts become committed events, many in one transaction, with their compliance records. Answers come
 * after the commit.
 */
@NullMarked
package org.persistentchat.journal;

import org.jspecify.annotations.NullMarked;
