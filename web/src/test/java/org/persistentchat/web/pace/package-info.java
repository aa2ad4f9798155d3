/** How fast people and connections may go. */
@NullMarked
package org.persistentchat.web.pace;

import org.jspecify.annotations.NullMarked;
