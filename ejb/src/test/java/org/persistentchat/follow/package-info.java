/** Followed rooms on a real database in memory, with connections that write down what they hear. */
@NullMarked
package org.persistentchat.follow;

import org.jspecify.annotations.NullMarked;
