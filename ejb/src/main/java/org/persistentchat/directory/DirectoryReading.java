package org.persistentchat.directory;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One connected reading of an outer directory. What comes is a portion at a time; nobody needs memory for all of it. */
public interface DirectoryReading extends AutoCloseable {

    /** Takes what was read. */
    @FunctionalInterface
    interface Sink<T> {
        void take(List<T> portion) throws DirectoryException, SQLException;
    }

    /** From where a later reading finds what changes from now on. */
    String mark() throws DirectoryException;

    /** Whether changes since {@code mark} can be asked for; otherwise everything has to be read. */
    boolean knows(String mark) throws DirectoryException;

    /**
     * Reads entries.
     *
     * @param since a mark of an earlier reading that is {@link #knows known}: only what was made or changed after it; absent: everything
     * @return how many entries could not be understood and were left out
     */
    int entries(EntryKind kind, Optional<String> since, Sink<OuterEntry> sink) throws DirectoryException, SQLException;

    /** Reads the members of groups; {@code since} as above. */
    void members(Optional<String> since, Sink<OuterMembers> sink) throws DirectoryException, SQLException;

    @Override
    void close();
}
