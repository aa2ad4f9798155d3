/** The sealer on a real database in memory. */
@NullMarked
package org.persistentchat.archive.seal;

import org.jspecify.annotations.NullMarked;
