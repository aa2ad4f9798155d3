/** The module as a whole. */
@NullMarked
package org.persistentchat.loadtest;

import org.jspecify.annotations.NullMarked;
