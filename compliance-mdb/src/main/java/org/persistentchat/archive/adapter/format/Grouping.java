package org.persistentchat.archive.adapter.format;

import java.io.IOException;
import java.util.List;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.Slice;

/** Which conversations share a file. */
public final class Grouping {

    /** The option: a file for each room. */
    public static final String ONE_ROOM_PER_FILE = "one-room-per-file";

    private Grouping() {}

    /** The conversations of each file. */
    public static List<List<Conversation>> of(Slice slice, AdapterOptions options) throws IOException {
        List<Conversation> all = slice.conversations();
        return options.flag(ONE_ROOM_PER_FILE) ? all.stream().map(List::of).toList() : List.of(all);
    }
}
