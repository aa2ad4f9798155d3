/** How words are looked for in texts: one meaning for removals, holds, and whoever searches by words. Pure; published to the archive. */
@NullMarked
package org.persistentchat.wording;

import org.jspecify.annotations.NullMarked;
