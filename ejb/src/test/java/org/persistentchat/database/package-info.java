/** The product's own schema in memory, and a way to break it. */
@NullMarked
package org.persistentchat.database;

import org.jspecify.annotations.NullMarked;
