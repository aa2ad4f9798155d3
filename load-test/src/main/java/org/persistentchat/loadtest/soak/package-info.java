/**
 * A conversation that is kept going while servers are killed, paused, cut off or exchanged, and that remembers everything: at the end each acknowledged
 * post, each stream and the archive are held against history. Counts and latencies are taken each second, so that a report shows what a fault did.
 */
@NullMarked
package org.persistentchat.loadtest.soak;

import org.jspecify.annotations.NullMarked;
