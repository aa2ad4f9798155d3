/** Ids and names in their compared form. */
@NullMarked
package org.persistentchat.id;

import org.jspecify.annotations.NullMarked;
