package org.persistentchat.compliance.adapter;

import java.io.IOException;
import java.util.List;

/** A stretch of the archive that one run exports. Slices follow each other without gap or overlap, and none is empty. */
public interface Slice {

    /** Unique among the slices of an adapter, ordered like them, and fit for names of files. */
    String name();

    /**
     * The rooms of which the slice has records, by their identity; rooms that were quiet are not among them. What belongs to no room is a conversation whose
     * room has an empty identity.
     */
    List<Conversation> conversations() throws IOException;
}
