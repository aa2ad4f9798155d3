/**
 * What the servers of a pool tell each other: short messages, each a hint. One that is lost is noticed by its receiver, which then
 * looks in the database. Features send through {@link org.persistentchat.bus.Bus} and hear as {@link org.persistentchat.bus.BusFollower}s;
 * neither ever waits for another server.
 */
@NullMarked
package org.persistentchat.bus;

import org.jspecify.annotations.NullMarked;
