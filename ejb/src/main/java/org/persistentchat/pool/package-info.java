/** The servers of the pool, as each last said of itself in the content database. */
@NullMarked
package org.persistentchat.pool;

import org.jspecify.annotations.NullMarked;
