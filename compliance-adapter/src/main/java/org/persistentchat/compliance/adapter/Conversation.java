package org.persistentchat.compliance.adapter;

import java.io.IOException;
import java.time.Instant;

/** What a slice has of one room. */
public interface Conversation {

    /** The room, as it was called in the conversation's first record. */
    ExportedRoom room();

    /** When its earliest record happened. */
    Instant start();

    /** When its latest record happened. */
    Instant end();

    /** How many records it has, at least 1. */
    long size();

    /** Opens its records, in order: by the room's sequence, and by time what has none. May be opened again. To be closed. */
    RecordCursor open() throws IOException;
}
