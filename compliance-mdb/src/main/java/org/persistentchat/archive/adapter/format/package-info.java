/** What the formats share: names of the original's types, and texts that a format cannot hold as they are. */
@NullMarked
package org.persistentchat.archive.adapter.format;

import org.jspecify.annotations.NullMarked;
