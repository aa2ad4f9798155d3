/** Mentions: who is meant by {@code @account} in what is said. */
@NullMarked
package org.persistentchat.mention;

import org.jspecify.annotations.NullMarked;
