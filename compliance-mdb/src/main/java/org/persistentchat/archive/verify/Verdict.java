package org.persistentchat.archive.verify;

import java.util.List;

/**
 * What came of a verification.
 *
 * @param chunks that were read
 * @param records that were read in chunks
 * @param unsealed records that wait for their chunk
 * @param findings what is not as it was sealed
 */
public record Verdict(long chunks, long records, long unsealed, List<Finding> findings) {

    /** Whether nothing was found. */
    public boolean isUntouched() {
        return findings.isEmpty();
    }
}
