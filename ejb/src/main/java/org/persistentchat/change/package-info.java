/**
 * How the memory of every server follows what administrators change. Each administrative transaction takes the next number of the pool
 * and names what it changes; each server reads what it has not followed yet and tells its {@link org.persistentchat.change.ChangeFollower}s.
 * Memory is thus a picture of the database at a known change, and what depends on rights can ask for a picture that is new enough.
 */
@NullMarked
package org.persistentchat.change;

import org.jspecify.annotations.NullMarked;
