/** People, sign-in, tokens and tickets. Passwords are checked by Elytron; the rest of the chat asks this package who is calling. */
@NullMarked
package org.persistentchat.identity;

import org.jspecify.annotations.NullMarked;
