package org.persistentchat.archive.adapter.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.adapter.format.ExactText;
import org.persistentchat.archive.adapter.format.OriginalType;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedMessage;
import org.persistentchat.compliance.adapter.ExportedPerson;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.RecordCursor;

/**
 * Records as lines, each with all there is to say. The last column is empty but where UTF-8 cannot hold a text: then it lists {@code column=exact form} of
 * each such text, separated by blanks.
 */
public final class CsvRecords implements Closeable {

    static final List<@Nullable String> COLUMNS = List.of(
            "record",
            "at",
            "type",
            "kind",
            "room",
            "room_name",
            "category",
            "sequence",
            "account",
            "display_name",
            "email",
            "internal",
            "server",
            "content",
            "target",
            "title",
            "previous",
            "utf16");

    private final CsvWriter lines;

    /** Writes to {@code out} and closes it in the end. The first line names the columns. */
    public CsvRecords(OutputStream out) throws IOException {
        lines = new CsvWriter(out);
        lines.line(COLUMNS);
    }

    /** All records of a conversation. */
    public void write(Conversation conversation) throws IOException {
        try (RecordCursor records = conversation.open()) {
            for (Optional<ExportedRecord> each = records.next(); each.isPresent(); each = records.next()) {
                lines.line(values(each.get()));
            }
        }
    }

    private static List<@Nullable String> values(ExportedRecord record) {
        ExportedPerson person = record.person();
        ExportedMessage message = record.message();
        List<@Nullable String> values = new ArrayList<>(COLUMNS.size());
        values.add(record.id().toString());
        values.add(record.at().toString());
        values.add(OriginalType.of(record.kind()).map(Enum::name).orElse(null));
        values.add(record.kind());
        values.add(record.room().id());
        values.add(record.room().name());
        values.add(record.room().category());
        values.add(number(record.sequence()));
        values.add(person.account());
        values.add(person.displayName());
        values.add(person.email());
        values.add(String.valueOf(person.internal()));
        values.add(record.server());
        values.add(message.content());
        values.add(number(message.target()));
        values.add(message.title());
        values.add(message.previous());
        values.add(makeReadable(values));
        return values;
    }

    private static @Nullable String number(long value) {
        return value == 0 ? null : String.valueOf(value);
    }

    private static @Nullable String makeReadable(List<@Nullable String> values) {
        List<String> exact = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null && !ExactText.fitsUtf8(value)) {
                exact.add(COLUMNS.get(i) + "=" + ExactText.exact(value));
                values.set(i, ExactText.readableInUtf8(value));
            }
        }
        return exact.isEmpty() ? null : String.join(" ", exact);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
