/** The servers of the pool. */
@NullMarked
package org.persistentchat.pool;

import org.jspecify.annotations.NullMarked;
