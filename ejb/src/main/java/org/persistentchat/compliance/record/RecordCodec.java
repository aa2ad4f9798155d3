package org.persistentchat.compliance.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record as JSON, member by member: no reflection, because every post passes here. */
public final class RecordCodec {

    private static final int ASCII = 127;

    private RecordCodec() {}

    /** Writes {@code record} as an object. */
    public static void write(ComplianceRecord record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", record.recordId().toString());
        write("kind", record.kind().name(), json);
        json.writeNumberField("at", record.at().toEpochMilli());
        write("room", record.room().id(), json);
        write("roomName", record.room().name(), json);
        write("category", record.room().category(), json);
        json.writeNumberField("seq", record.sequence());
        write("account", record.person().account(), json);
        write("name", record.person().displayName(), json);
        write("email", record.person().email(), json);
        json.writeBooleanField("internal", record.person().internal());
        write("server", record.server(), json);
        write("content", record.content(), json);
        if (record.message().target() != 0) {
            json.writeNumberField("target", record.message().target());
        }
        write("title", record.message().title(), json);
        write("previous", record.message().previous(), json);
        json.writeEndObject();
    }

    private static void write(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value == null) {
            return;
        }
        json.writeFieldName(name);
        if (isWellFormed(value)) {
            json.writeString(value);
        } else { // half a surrogate pair has no UTF-8; as an escape it survives
            json.setHighestNonEscapedChar(ASCII);
            json.writeString(value);
            json.setHighestNonEscapedChar(0);
        }
    }

    private static boolean isWellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /**
     * Reads the object whose start is the current token.
     *
     * @throws UndecodableBatchException when it is no record
     */
    public static ComplianceRecord read(JsonParser json) throws IOException, UndecodableBatchException {
        Members members = new Members();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            members.take(name, json);
        }
        BatchCodec.expect(json.currentToken(), JsonToken.END_OBJECT);
        return members.toRecord();
    }

    /** What has been read of a record so far. */
    private static final class Members {
        private @Nullable String id;
        private @Nullable String kind;
        private @Nullable Long at;
        private @Nullable String room;
        private @Nullable String roomName;
        private @Nullable String category;
        private long sequence;
        private @Nullable String account;
        private @Nullable String displayName;
        private @Nullable String email;
        private boolean internal;
        private @Nullable String server;
        private @Nullable String content;
        private long target;
        private @Nullable String title;
        private @Nullable String previous;

        void take(String name, JsonParser json) throws IOException {
            switch (name) {
                case "id" -> id = text(json);
                case "kind" -> kind = text(json);
                case "at" -> at = json.getLongValue();
                case "room" -> room = text(json);
                case "roomName" -> roomName = text(json);
                case "category" -> category = text(json);
                case "seq" -> sequence = json.getLongValue();
                case "account" -> account = text(json);
                case "name" -> displayName = text(json);
                case "email" -> email = text(json);
                case "internal" -> internal = json.getBooleanValue();
                case "server" -> server = text(json);
                case "content" -> content = text(json);
                case "target" -> target = json.getLongValue();
                case "title" -> title = text(json);
                case "previous" -> previous = text(json);
                default -> json.skipChildren();
            }
        }

        private static @Nullable String text(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException("A string is expected");
            }
            return json.getText();
        }

        ComplianceRecord toRecord() throws UndecodableBatchException {
            return new ComplianceRecord(
                    UUID.fromString(required(id)),
                    RecordKind.of(required(kind)),
                    Instant.ofEpochMilli(required(at)),
                    new RecordedRoom(required(room), required(roomName), required(category)),
                    sequence,
                    new RecordedPerson(required(account), required(displayName), email, internal),
                    required(server),
                    content,
                    new RecordedMessage(target, title, previous));
        }

        private static <T> T required(@Nullable T value) throws UndecodableBatchException {
            if (value == null) {
                throw new UndecodableBatchException("A member of a record is missing");
            }
            return value;
        }
    }
}
