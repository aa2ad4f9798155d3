/** Streams and their delivery thread against a source that the test plays. */
@NullMarked
package org.persistentchat.stream;

import org.jspecify.annotations.NullMarked;
