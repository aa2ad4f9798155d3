/** Reads the log of administrative acts that {@code org.persistentchat.audit} writes: newest first, by pages, for administrators and compliance officers. */
@NullMarked
package org.persistentchat.trail;

import org.jspecify.annotations.NullMarked;
