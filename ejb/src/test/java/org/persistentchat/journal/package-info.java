/** The journal on a real database in memory that breaks when told. */
@NullMarked
package org.persistentchat.journal;

import org.jspecify.annotations.NullMarked;
