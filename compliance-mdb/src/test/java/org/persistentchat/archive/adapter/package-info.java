/** Adapters on a real database in memory and real directories; what they write is read back by parsers of others. */
@NullMarked
package org.persistentchat.archive.adapter;

import org.jspecify.annotations.NullMarked;
