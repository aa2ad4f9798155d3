/** The arrows between packages. */
@NullMarked
package org.persistentchat.architecture;

import org.jspecify.annotations.NullMarked;
