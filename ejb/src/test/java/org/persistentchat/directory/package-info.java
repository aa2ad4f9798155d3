/** Outer directories. */
@NullMarked
package org.persistentchat.directory;

import org.jspecify.annotations.NullMarked;
