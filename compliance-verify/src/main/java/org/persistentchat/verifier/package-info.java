/** The command-line program that verifies an archive. What it does is in {@code org.persistentchat.archive.verify}; here are its options and words. */
@NullMarked
package org.persistentchat.verifier;

import org.jspecify.annotations.NullMarked;
