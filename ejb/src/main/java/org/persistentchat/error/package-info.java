/** The one list of errors and the one exception that carries them. Transports map them; nothing else does. */
@NullMarked
package org.persistentchat.error;

import org.jspecify.annotations.NullMarked;
