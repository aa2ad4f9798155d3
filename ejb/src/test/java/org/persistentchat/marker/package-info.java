/** Read markers on a real database in memory. */
@NullMarked
package org.persistentchat.marker;

import org.jspecify.annotations.NullMarked;
