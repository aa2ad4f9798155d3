/** Categories, rooms, and who may do what in them. A right is computed when it is used. */
@NullMarked
package org.persistentchat.room;

import org.jspecify.annotations.NullMarked;
