package org.persistentchat.archive.adapter.format;

import java.util.List;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.Slice;

/** Names of files, made of the adapter, the slice and, where there is a file for each room, the room. */
public final class FileNames {

    private final String start;

    /** Names for the files of one slice. */
    public FileNames(AdapterOptions options, Slice slice) {
        start = options.name() + "_" + slice.name();
    }

    /** The file of several conversations. */
    public String of(List<Conversation> conversations, boolean eachRoom) {
        return eachRoom ? of(conversations.get(0)) : start;
    }

    /** The file of one conversation. Identities of rooms are letters and digits; anything else would not be unique. */
    public String of(Conversation conversation) {
        String room = conversation.room().id();
        return start + "_" + (room.isEmpty() ? "no-room" : room);
    }
}
