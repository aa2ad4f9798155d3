package org.persistentchat.room;

import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.identity.Person;

/** Where acts on rooms and categories become records for compliance. Called in the transaction of the act: recorded with it or not at all. */
public interface ActRecords {
    void record(Person by, RecordKind kind, RecordedRoom where, String content);
}
