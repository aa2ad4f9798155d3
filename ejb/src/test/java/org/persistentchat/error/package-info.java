/** The errors against their document. */
@NullMarked
package org.persistentchat.error;

import org.jspecify.annotations.NullMarked;
