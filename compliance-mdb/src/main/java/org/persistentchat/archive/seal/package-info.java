/**
 * Gives what was stored its place. Writers store in parallel and note what they stored; one sealer at a time, of whichever server, takes the
 * notes, gives positions, and closes a signed chunk. What is not sealed yet is stored all the same: sealing never holds up a writer.
 */
@NullMarked
package org.persistentchat.archive.seal;

import org.jspecify.annotations.NullMarked;
