/** Rights as a table, names, and the rooms that other tests use. */
@NullMarked
package org.persistentchat.room;

import org.jspecify.annotations.NullMarked;
