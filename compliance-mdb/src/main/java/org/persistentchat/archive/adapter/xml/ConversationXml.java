package org.persistentchat.archive.adapter.xml;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.adapter.format.OriginalType;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedPerson;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.ExportedRoom;
import org.persistentchat.compliance.adapter.RecordCursor;

/** One conversation as an element: the original's tree, what it does not have in our own namespace. */
final class ConversationXml {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long TICKS_PER_MILLI = 10_000;
    private static final long TICKS_AT_1970 = 621_355_968_000_000_000L; // since the year 1, as .NET counts

    private final XmlWriter xml;
    private final XmlOptions options;

    ConversationXml(XmlWriter xml, XmlOptions options) {
        this.xml = xml;
        this.options = options;
    }

    void write(Conversation conversation) throws IOException {
        xml.start("Conversation");
        channel(conversation);
        firstMessage(conversation);
        People people = new People();
        xml.start("Messages");
        try (RecordCursor records = conversation.open()) {
            for (Optional<ExportedRecord> each = records.next(); each.isPresent(); each = records.next()) {
                message(each.get(), conversation.room());
                if (options.userDetails()) {
                    people.saw(each.get());
                }
            }
        }
        xml.end();
        time("StartTimeUTC", conversation.start());
        time("EndTimeUTC", conversation.end());
        if (options.userDetails()) {
            people.write(xml);
        }
        xml.end();
    }

    private void channel(Conversation conversation) throws IOException {
        ExportedRoom room = conversation.room();
        xml.start("Channel")
                .attribute("uri", "ma-chan://" + options.domain() + "/" + encoded(room.id()))
                .attribute("name", room.name())
                .attribute("islogged", "true");
        if (options.roomDetails()) {
            xml.attribute("pc:room", room.id())
                    .attribute("pc:category", room.category())
                    .attribute("pc:records", String.valueOf(conversation.size()));
        }
        xml.end();
    }

    /** The first message of a type that the original knows; none if there is no such message. */
    private void firstMessage(Conversation conversation) throws IOException {
        try (RecordCursor records = conversation.open()) {
            for (Optional<ExportedRecord> each = records.next(); each.isPresent(); each = records.next()) {
                Optional<OriginalType> type = OriginalType.of(each.get().kind());
                if (type.isPresent()) {
                    element("FirstMessage", type.get().name(), each.get(), conversation.room());
                    return;
                }
            }
        }
    }

    private void message(ExportedRecord record, ExportedRoom room) throws IOException {
        Optional<OriginalType> type = OriginalType.of(record.kind());
        if (type.isPresent()) {
            element("Message", type.get().name(), record, room);
        } else {
            element("pc:Event", record.kind(), record, room);
        }
    }

    private void element(String name, String type, ExportedRecord record, ExportedRoom room) throws IOException {
        String content = record.message().content();
        xml.start(name)
                .attribute("type", type)
                .attribute("content", content == null ? "" : content)
                .attribute("id", type.equals(OriginalType.CHAT.name()) ? String.valueOf(record.sequence()) : "0")
                .attribute("pc:record", record.id().toString())
                .attribute("pc:kind", record.kind())
                .attribute("pc:sequence", number(record.sequence()))
                .attribute("pc:target", number(record.message().target()))
                .attribute("pc:title", record.message().title())
                .attribute("pc:previous", record.message().previous())
                .attribute("pc:server", record.server());
        if (!record.room().equals(room)) { // renamed or moved meanwhile
            xml.attribute("pc:roomName", record.room().name())
                    .attribute("pc:category", record.room().category());
        }
        sender(record.person());
        time("DateTimeUTC", record.at());
        xml.end();
    }

    private void sender(ExportedPerson person) throws IOException {
        xml.start("Sender")
                .attribute("UserName", person.displayName())
                .attribute("id", person.account())
                .attribute("email", person.email() == null ? "" : person.email())
                .attribute("internal", String.valueOf(person.internal()))
                .attribute("uri", encoded(person.account()))
                .end();
    }

    private void time(String name, Instant at) throws IOException {
        long millis = at.toEpochMilli();
        xml.start(name)
                .attribute("since1970", String.valueOf(millis))
                .attribute("string", MILLIS.format(at))
                .attribute("long", String.valueOf(millis * TICKS_PER_MILLI + TICKS_AT_1970))
                .end();
    }

    private static @Nullable String number(long value) {
        return value == 0 ? null : String.valueOf(value);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
