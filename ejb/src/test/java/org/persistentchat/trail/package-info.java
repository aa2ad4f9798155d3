/** The log of administrative acts. */
@NullMarked
package org.persistentchat.trail;

import org.jspecify.annotations.NullMarked;
