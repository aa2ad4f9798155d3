/** Comma-separated values as of RFC 4180. */
@NullMarked
package org.persistentchat.archive.adapter.csv;

import org.jspecify.annotations.NullMarked;
