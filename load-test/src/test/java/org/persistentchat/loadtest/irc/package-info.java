/** Reading of logs, form by form. */
@NullMarked
package org.persistentchat.loadtest.irc;

import org.jspecify.annotations.NullMarked;
