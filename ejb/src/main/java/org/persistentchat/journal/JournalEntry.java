package org.persistentchat.journal;

import java.util.UUID;

/** Something that waits in a lane for its transaction. */
sealed interface JournalEntry {

    Completion<?> completion();

    /** What becomes an event, with the identity by which a repetition is recognised. */
    record Post(Draft draft, PostKey key, Completion<Posted> completion) implements JournalEntry {}

    /**
     * An observation for compliance.
     *
     * @param recordId identity of its record: the same however often it is written, so that the archive keeps it once
     */
    record Observed(Observation observation, UUID recordId, Completion<Observation> completion)
            implements JournalEntry {}
}
