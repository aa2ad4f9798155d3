/** The generator counts what was planted, and nothing else. */
@NullMarked
package org.persistentchat.loadtest.load;

import org.jspecify.annotations.NullMarked;
