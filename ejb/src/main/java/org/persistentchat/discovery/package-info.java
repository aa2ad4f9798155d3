/**
 * What compliance officers find in the archive. Published: the archive implements {@link org.persistentchat.discovery.DiscoveryDesk}, transports call
 * {@link org.persistentchat.discovery.Discovery}, which knows who may and has every look recorded. The archive is never asked within a transaction of the
 * chat: it is another database.
 */
@NullMarked
package org.persistentchat.discovery;

import org.jspecify.annotations.NullMarked;
