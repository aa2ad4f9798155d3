/** Archives that were tampered with at random, on a real database in memory and in exported files. */
@NullMarked
package org.persistentchat.archive.verify;

import org.jspecify.annotations.NullMarked;
