/** Whole replays against the fake server. */
@NullMarked
package org.persistentchat.loadtest.replay;

import org.jspecify.annotations.NullMarked;
