/** The comparison on a real compliance database in memory, with a content database that is told what to say. */
@NullMarked
package org.persistentchat.archive.completeness;

import org.jspecify.annotations.NullMarked;
