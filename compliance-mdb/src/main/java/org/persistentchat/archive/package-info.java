/**
 * The archive: takes batches of compliance records from the queue and keeps them in the compliance database.
 *
 * <p>Knows of the chat only its published records. Guarantee: a batch is confirmed after the database has committed it,
 * never before, and each record is stored once however often it arrives. A failure is a failure: the message comes again,
 * from the broker or from the outbox.
 */
@NullMarked
package org.persistentchat.archive;

import org.jspecify.annotations.NullMarked;
