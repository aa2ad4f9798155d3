/** The form of ids that clients see. Knows nothing of what is identified. */
@NullMarked
package org.persistentchat.id;

import org.jspecify.annotations.NullMarked;
