package org.persistentchat.export;

import java.util.Optional;

/**
 * One adapter.
 *
 * @param name as configured
 * @param type its format
 * @param intervalMinutes how often it runs
 * @param directory where its files appear
 * @param problem why it cannot be used; then it does not run
 * @param exported position of the archive up to which all records are in finished files
 * @param archived position of the archive's newest record
 * @param runs what its runs did
 */
public record AdapterStatus(
        String name,
        String type,
        long intervalMinutes,
        String directory,
        Optional<String> problem,
        long exported,
        long archived,
        AdapterRuns runs) {}
