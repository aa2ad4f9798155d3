/** The proof, held against known answers and against changes. */
@NullMarked
package org.persistentchat.archive.proof;

import org.jspecify.annotations.NullMarked;
