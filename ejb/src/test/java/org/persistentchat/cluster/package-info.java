/** Tests of what servers of a pool tell each other. */
@NullMarked
package org.persistentchat.cluster;

import org.jspecify.annotations.NullMarked;
