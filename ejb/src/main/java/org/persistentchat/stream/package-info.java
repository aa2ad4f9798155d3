/**
 * From commit to connections: each room's events in order, each once, to all that listen on this server. Gaps are read from the
 * database, so that whoever brings commits may lose, repeat and reorder them.
 */
@NullMarked
package org.persistentchat.stream;

import org.jspecify.annotations.NullMarked;
