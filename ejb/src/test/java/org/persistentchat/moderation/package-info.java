/** Tests of what administrators do to messages. */
@NullMarked
package org.persistentchat.moderation;

import org.jspecify.annotations.NullMarked;
