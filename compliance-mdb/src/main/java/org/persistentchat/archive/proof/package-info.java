/**
 * What makes a change of the archive visible: the canonical bytes of a record, hashes over them, and the chain of signed chunks.
 *
 * <p>Pure computation that depends on nothing but the published records: writers, the sealer and the offline verifier share it, so that
 * they cannot disagree. The bytes are described in {@code docs/compliance.md}; a form that was used once is never changed.
 */
@NullMarked
package org.persistentchat.archive.proof;

import org.jspecify.annotations.NullMarked;
