/** Tests of how long things are kept. */
@NullMarked
package org.persistentchat.retention;

import org.jspecify.annotations.NullMarked;
