/** Several servers that are one chat, on one database: duties, ends that nobody notices, a database that goes away and comes back. */
@NullMarked
package org.persistentchat.pool;

import org.jspecify.annotations.NullMarked;
