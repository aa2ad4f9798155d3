/** Line charts as inline SVG and the page around them, without any script or network. Knows nothing of chats. */
@NullMarked
package org.persistentchat.loadtest.plot;

import org.jspecify.annotations.NullMarked;
