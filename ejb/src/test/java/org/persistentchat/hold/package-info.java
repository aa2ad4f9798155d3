/** Tests of what must not be removed. */
@NullMarked
package org.persistentchat.hold;

import org.jspecify.annotations.NullMarked;
