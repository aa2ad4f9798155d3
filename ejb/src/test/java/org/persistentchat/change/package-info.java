/** Following changes. */
@NullMarked
package org.persistentchat.change;

import org.jspecify.annotations.NullMarked;
