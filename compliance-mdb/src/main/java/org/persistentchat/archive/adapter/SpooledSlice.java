package org.persistentchat.archive.adapter;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.persistentchat.archive.adapter.SpooledConversation.Watch;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedMessage;
import org.persistentchat.compliance.adapter.ExportedPerson;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.ExportedRoom;
import org.persistentchat.compliance.adapter.Slice;
import org.persistentchat.compliance.record.ComplianceRecord;

/** A slice as adapters see it. */
final class SpooledSlice implements Slice, Closeable {

    private final Spool spool = new Spool();
    private final Map<String, SpooledConversation> byRoom = new TreeMap<>();
    private final Watch watch;
    private String name = "";

    SpooledSlice(Watch watch) throws IOException {
        this.watch = watch;
    }

    void add(ComplianceRecord stored) throws IOException {
        ExportedRecord record = exported(stored);
        byRoom.computeIfAbsent(record.room().id(), none -> new SpooledConversation(spool, record.room(), watch))
                .add(record, spool.write(record));
    }

    void complete(String calledName) throws IOException {
        spool.flush();
        for (SpooledConversation conversation : byRoom.values()) {
            conversation.complete();
        }
        name = calledName;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Conversation> conversations() {
        return List.copyOf(byRoom.values());
    }

    private static ExportedRecord exported(ComplianceRecord record) {
        return new ExportedRecord(
                record.recordId(),
                record.kind().name(),
                record.at(),
                new ExportedRoom(
                        record.room().id(), record.room().name(), record.room().category()),
                record.sequence(),
                new ExportedPerson(
                        record.person().account(),
                        record.person().displayName(),
                        record.person().email(),
                        record.person().internal()),
                record.server(),
                new ExportedMessage(
                        record.content(),
                        record.message().target(),
                        record.message().title(),
                        record.message().previous()));
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
