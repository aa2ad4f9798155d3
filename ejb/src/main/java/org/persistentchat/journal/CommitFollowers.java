package org.persistentchat.journal;

/** Who is told of a lane's transactions besides those that wait for them: compliance and the metrics. Never blocks. */
interface CommitFollowers {
    void committed(Committed committed, JournalBatch batch, long nanos);

    void failed();
}
