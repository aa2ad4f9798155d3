/**
 * Compares continuously, room by room, what the content database says was recorded with what the archive has. A difference is a gap only when
 * nothing from that time is on its way any more.
 */
@NullMarked
package org.persistentchat.archive.completeness;

import org.jspecify.annotations.NullMarked;
