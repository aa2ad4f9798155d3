package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.discovery.ArchiveQuery;
import org.persistentchat.discovery.FoundRecord;
import org.persistentchat.discovery.FoundRecords;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** Records of the archive, and queries for them, as JSON. */
final class ArchiveForm {
    private static final int MOST_NAMES = 100;
    private static final int NAME_CHARACTERS = 320;
    private static final int WORDS_CHARACTERS = 1_000;
    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final long LAST_POSITION = 1L << 53; // what every reader of JSON can hold

    private ArchiveForm() {}

    /** What is looked for, as a request says it. */
    static ArchiveQuery query(Body body) {
        return new ArchiveQuery(
                name(body, "person"),
                body.flag("present", false),
                names(body, "rooms"),
                name(body, "category"),
                Set.copyOf(names(body, "kinds")),
                QueryValues.time("from", body.optionalText("from")),
                QueryValues.time("until", body.optionalText("until")),
                checked("words", body.text("words", ""), WORDS_CHARACTERS));
    }

    private static Optional<String> name(Body body, String member) {
        return QueryValues.text(member, body.optionalText(member), NAME_CHARACTERS);
    }

    private static List<String> names(Body body, String member) {
        List<String> names = body.texts(member, List.of());
        if (names.size() > MOST_NAMES) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "\"" + member + "\" has at most " + MOST_NAMES + " items.", MOST_NAMES);
        }
        names.forEach(name -> checked(member, name, NAME_CHARACTERS));
        return names;
    }

    private static String checked(String member, String text, int characters) {
        if (text.length() > characters) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD,
                    "\"" + member + "\" has at most " + characters + " characters.",
                    characters);
        }
        return text;
    }

    /** The position to go on behind; 0 if nothing is said. */
    static long after(Body body) {
        return body.has("after") ? position("after", body.integer("after")) : 0;
    }

    static long position(String member, long position) {
        if (position < 0 || position > LAST_POSITION) {
            throw Body.invalid(member, "is no position of the archive");
        }
        return position;
    }

    /** How many records are wanted at most. */
    static int limit(Body body) {
        long limit = body.has("limit") ? body.integer("limit") : DEFAULT_PAGE;
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD,
                    "\"limit\" must be an integer from 1 to " + LARGEST_PAGE + ".",
                    LARGEST_PAGE);
        }
        return (int) limit;
    }

    /** The members of a page. */
    static void write(JsonGenerator json, FoundRecords page) throws IOException {
        write(json, page.items());
        if (page.hasMore()) {
            json.writeNumberField("next", page.lookedThrough());
        }
        json.writeNumberField("archived", page.archived());
    }

    /** The member {@code items}. */
    static void write(JsonGenerator json, List<FoundRecord> items) throws IOException {
        json.writeArrayFieldStart("items");
        for (FoundRecord item : items) {
            json.writeStartObject();
            json.writeNumberField("position", item.position());
            write(json, item.record());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ComplianceRecord record) throws IOException {
        json.writeStringField("record", record.recordId().toString());
        Json.text(json, "kind", record.kind().name());
        json.writeStringField("at", Timestamps.text(record.at()));
        json.writeObjectFieldStart("room");
        Json.text(json, "id", record.room().id());
        Json.text(json, "name", record.room().name());
        Json.text(json, "category", record.room().category());
        json.writeEndObject();
        number(json, "seq", record.sequence());
        Json.text(json, "account", record.person().account());
        Json.text(json, "name", record.person().displayName());
        text(json, "email", record.person().email());
        json.writeBooleanField("internal", record.person().internal());
        Json.text(json, "server", record.server());
        text(json, "content", record.content());
        number(json, "target", record.message().target());
        text(json, "title", record.message().title());
        text(json, "previous", record.message().previous());
    }

    private static void number(JsonGenerator json, String member, long value) throws IOException {
        if (value != 0) {
            json.writeNumberField(member, value);
        }
    }

    private static void text(JsonGenerator json, String member, @Nullable String value) throws IOException {
        if (value != null) {
            Json.text(json, member, value);
        }
    }

    /** A query, as it was asked. */
    static void write(JsonGenerator json, ArchiveQuery query) throws IOException {
        text(json, "person", query.person().orElse(null));
        if (query.present()) {
            json.writeBooleanField("present", true);
        }
        texts(json, "rooms", query.rooms());
        text(json, "category", query.category().orElse(null));
        texts(json, "kinds", query.kinds().stream().sorted().toList());
        text(json, "from", query.from().map(Instant::toString).orElse(null));
        text(json, "until", query.until().map(Instant::toString).orElse(null));
        text(json, "words", query.words().isEmpty() ? null : query.words());
    }

    private static void texts(JsonGenerator json, String member, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(member);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }
}
