/**
 * What the archive is told: the records of one transaction as a batch, and the bytes they travel as.
 *
 * <p>The journal fills {@link org.persistentchat.compliance.record.ComplianceBatch} and writes its
 * {@link org.persistentchat.compliance.record.EncodedBatch} beside the events; the archive module decodes it and answers
 * through {@link org.persistentchat.compliance.record.ArchiveConfirmation}. This is the one package the archive module
 * may use, so it depends on nothing else of the product.
 *
 * <p>Guarantee: any string survives the way there and back, and servers of neighbouring versions read each other's bytes.
 */
@NullMarked
package org.persistentchat.compliance.record;

import org.jspecify.annotations.NullMarked;
