/** Reading what was said: pages by sequence, from memory where the newest part is kept, from the content database otherwise. */
@NullMarked
package org.persistentchat.history;

import org.jspecify.annotations.NullMarked;
