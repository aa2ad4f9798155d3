/** The archive on a real database in memory. */
@NullMarked
package org.persistentchat.archive;

import org.jspecify.annotations.NullMarked;
