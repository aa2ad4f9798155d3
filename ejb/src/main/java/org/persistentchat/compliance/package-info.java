/**
 * The way from the outbox to the archive. The journal writes an outbox row in the transaction of the events and after its
 * commit tells {@link org.persistentchat.compliance.OutboxRelay}, which sends it over JMS and removes the row when the
 * archive has confirmed.
 *
 * <p>Guarantee: the row is the truth. Whatever is lost in memory or in the broker, or left by a killed run, is found in
 * the table and sent again; the archive stores each record once. The journal never waits for any of it.
 */
@NullMarked
package org.persistentchat.compliance;

import org.jspecify.annotations.NullMarked;
