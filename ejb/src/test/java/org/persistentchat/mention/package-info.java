/** Tests of mentions. */
@NullMarked
package org.persistentchat.mention;

import org.jspecify.annotations.NullMarked;
