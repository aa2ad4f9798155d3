package org.persistentchat.archive.verify;

import java.util.List;
import java.util.SortedMap;

/**
 * What came of a verification.
 *
 * @param chunks that were read
 * @param records that were read in chunks
 * @param unsealed records that wait for their chunk
 * @param expired records that retention removed, by rule
 * @param findings what is not as it was sealed
 */
public record Verdict(
        long chunks, long records, long unsealed, SortedMap<String, Long> expired, List<Finding> findings) {

    /** Whether nothing was found. */
    public boolean isUntouched() {
        return findings.isEmpty();
    }
}
