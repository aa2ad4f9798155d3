package org.persistentchat.archive.adapter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;

/** What every format has to tell of a record. */
record Fact(
        String record,
        String kind,
        Instant at,
        String room,
        String roomName,
        String category,
        long sequence,
        String account,
        String displayName,
        @Nullable String email,
        boolean internal,
        String server,
        @Nullable String content,
        long target,
        @Nullable String title,
        @Nullable String previous) {

    static Fact of(ComplianceRecord record) {
        return new Fact(
                record.recordId().toString(),
                record.kind().name(),
                record.at(),
                record.room().id(),
                record.room().name(),
                record.room().category(),
                record.sequence(),
                record.person().account(),
                record.person().displayName(),
                record.person().email(),
                record.person().internal(),
                record.server(),
                record.content(),
                record.message().target(),
                record.message().title(),
                record.message().previous());
    }
}
