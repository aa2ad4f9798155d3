/** Pages are ranges of sequences. */
@NullMarked
package org.persistentchat.history;

import org.jspecify.annotations.NullMarked;
