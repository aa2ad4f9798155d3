/** Tests of what retention removes from the archive. */
@NullMarked
package org.persistentchat.archive.retention;

import org.jspecify.annotations.NullMarked;
