/**
 * What makes the servers of a pool one chat: what was committed on one is delivered by all that have somebody in the room, changed rights
 * hold everywhere at once, and people see who is there and who types wherever they are connected. All of it over the bus, which may lose
 * anything; what must not be lost is found in the database.
 */
@NullMarked
package org.persistentchat.cluster;

import org.jspecify.annotations.NullMarked;
