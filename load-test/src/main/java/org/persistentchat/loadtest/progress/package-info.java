/** How long works tell how far they are. Stands alone; whoever shows it implements it. */
@NullMarked
package org.persistentchat.loadtest.progress;

import org.jspecify.annotations.NullMarked;
