package org.persistentchat.directory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.persistentchat.change.ChangeLog;

/** Transactions of the container, whose changes all servers follow. */
@ApplicationScoped
class JtaTransactions implements ImportTransactions {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    UserTransaction transaction;

    @Inject
    ChangeLog changes;

    @Override
    public void inOne(Work work) throws SQLException, DirectoryException {
        try {
            transaction.begin();
            boolean done = false;
            try {
                work.run(dataSource, (kind, subjects) -> {
                    if (!subjects.isEmpty()) {
                        changes.record(kind, subjects);
                    }
                });
                done = true;
                transaction.commit();
            } finally {
                if (!done || transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException failure) {
            throw new SQLException("The transaction was not committed", failure);
        }
    }
}
