/** Read markers: one row a person and room. */
@NullMarked
package org.persistentchat.marker;

import org.jspecify.annotations.NullMarked;
