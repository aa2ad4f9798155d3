/** Configuration that changes while servers run. */
@NullMarked
package org.persistentchat.reconfiguration;

import org.jspecify.annotations.NullMarked;
