package org.persistentchat.compliance.adapter;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Records one after the other: a conversation need not fit into memory. */
public interface RecordCursor extends Closeable {

    /** The next record, or none after the last. */
    Optional<ExportedRecord> next() throws IOException;

    @Override
    void close() throws IOException;
}
