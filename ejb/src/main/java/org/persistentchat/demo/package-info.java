/** What the embedded profile shows to those who try it. Absent everywhere else. */
@NullMarked
package org.persistentchat.demo;

import org.jspecify.annotations.NullMarked;
