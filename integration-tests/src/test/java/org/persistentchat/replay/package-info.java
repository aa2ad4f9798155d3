/** Real chat, replayed against the assembled server and verified line by line: history, listeners, acknowledgements, compliance. */
@NullMarked
package org.persistentchat.replay;

import org.jspecify.annotations.NullMarked;
