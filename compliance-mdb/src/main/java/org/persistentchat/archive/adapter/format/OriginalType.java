package org.persistentchat.archive.adapter.format;

import java.util.Optional;

/** The types of messages that the original system's archive had. What is none of them is an event of our own. */
public enum OriginalType {
    JOIN,
    PART,
    CHAT,
    BACKCHAT,
    FILEUPLOAD,
    FILEDOWNLOAD;

    /** The type of a kind of record, if the original had one. */
    public static Optional<OriginalType> of(String kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case "JOIN" -> JOIN;
                    case "PART" -> PART;
                    case "POST", "ALERT", "STORY" -> CHAT;
                    case "HISTORY_VIEWED", "SEARCH" -> BACKCHAT;
                    case "FILE_UPLOAD" -> FILEUPLOAD;
                    case "FILE_DOWNLOAD" -> FILEDOWNLOAD;
                    default -> null;
                });
    }

    /** Whether a file was moved. */
    public boolean isTransfer() {
        return this == FILEUPLOAD || this == FILEDOWNLOAD;
    }
}
