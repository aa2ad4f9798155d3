/**
 * Search in the archive. The index says in which blocks of records a word, a person, a room... occurs; what is found is always decided by the records
 * themselves. It is made behind the sealer, from what is sealed, and costs the writers nothing; blocks that have none yet are looked at as they are.
 */
@NullMarked
package org.persistentchat.archive.search;

import org.jspecify.annotations.NullMarked;
