/**
 * Reading the archive in its one order. What has a position keeps it, and nothing is ever put before it, so that whoever reads on from the
 * last position that they know misses nothing and gets nothing twice.
 */
@NullMarked
package org.persistentchat.archive.reading;

import org.jspecify.annotations.NullMarked;
