/** How fast a person and a connection may go. Limits hold for this server; asking costs nanoseconds, no lock, and no look-up for each frame. */
@NullMarked
package org.persistentchat.web.pace;

import org.jspecify.annotations.NullMarked;
