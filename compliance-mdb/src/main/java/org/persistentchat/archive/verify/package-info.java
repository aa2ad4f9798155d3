/**
 * Shows whether an archive is what it was: reads a database or an export in the order of positions, computes everything again, and names
 * what differs. Writes nothing, knows no container, and trusts nothing that it reads but signatures of the keys that it was given.
 */
@NullMarked
package org.persistentchat.archive.verify;

import org.jspecify.annotations.NullMarked;
