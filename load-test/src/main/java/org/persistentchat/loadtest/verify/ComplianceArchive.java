package org.persistentchat.loadtest.verify;

import java.util.List;

/** Where compliance records can be read. */
public interface ComplianceArchive {

    /** How many records of one kind ({@code POST}, {@code JOIN}, ...) a room has. */
    long count(String room, String kind);

    /** All records of a room, in no particular order. */
    List<ArchivedRecord> records(String room);
}
