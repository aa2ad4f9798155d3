/** A chat server in memory that speaks the protocol, faithfully or with planted faults: what the client, the replay and the counters are tried against. */
@NullMarked
package org.persistentchat.loadtest.fake;

import org.jspecify.annotations.NullMarked;
