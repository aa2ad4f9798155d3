/**
 * The load generator: many light connections that post, count and measure. Uses links and REST of the client library, but parses no JSON trees: a
 * connection costs a few kilobytes and a delivery a single pass over its bytes. Guarantees exact counts: every delivery is checked against its
 * room's sequence, and what did not come by the end is counted as missing.
 */
@NullMarked
package org.persistentchat.loadtest.load;

import org.jspecify.annotations.NullMarked;
