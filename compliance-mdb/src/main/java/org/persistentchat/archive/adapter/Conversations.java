package org.persistentchat.archive.adapter;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.record.ComplianceRecord;

/** Any records as conversations of rooms, by way of a temporary file. Used by one thread. */
public final class Conversations implements Closeable {

    private final SpooledSlice slice;

    public Conversations() throws IOException {
        slice = new SpooledSlice(() -> {});
    }

    /** Adds a record to the conversation of its room. */
    public void add(ComplianceRecord record) throws IOException {
        slice.add(record);
    }

    /** All conversations, each in its order; nothing is added any more. */
    public List<Conversation> complete() throws IOException {
        slice.complete("");
        return slice.conversations();
    }

    @Override
    public void close() throws IOException {
        slice.close();
    }
}
