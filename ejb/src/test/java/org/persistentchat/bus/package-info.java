/** Tests of the bus. */
@NullMarked
package org.persistentchat.bus;

import org.jspecify.annotations.NullMarked;
