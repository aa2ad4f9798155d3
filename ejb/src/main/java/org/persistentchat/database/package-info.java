/** The content database: migrations at start, and what all who write to it share. */
@NullMarked
package org.persistentchat.database;

import org.jspecify.annotations.NullMarked;
