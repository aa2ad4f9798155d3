package org.persistentchat.journal;

/** Something that waits in a lane for its transaction. */
sealed interface JournalEntry {

    Completion<?> completion();

    /** A post, with the identity by which a repetition is recognised. */
    record Post(PostDraft draft, PostKey key, Completion<Posted> completion) implements JournalEntry {}

    /** An observation for compliance. */
    record Observed(Observation observation, Completion<Observation> completion) implements JournalEntry {}
}
