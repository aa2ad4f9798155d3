/** Who may do what, tried on the real server through every interface. */
@NullMarked
package org.persistentchat.rights;

import org.jspecify.annotations.NullMarked;
