package org.persistentchat.directory;

import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.persistentchat.change.ChangeKind;

/** Transactions of an import: each is committed when its work returns, and taken back when it throws. */
interface ImportTransactions {

    /** Where the work says what it changed. */
    @FunctionalInterface
    interface Changes {
        void record(ChangeKind kind, Collection<Long> subjects);
    }

    /** What is done in one transaction, on connections of {@code content}. */
    @FunctionalInterface
    interface Work {
        void run(DataSource content, Changes changes) throws SQLException, DirectoryException;
    }

    void inOne(Work work) throws SQLException, DirectoryException;
}
