package org.persistentchat.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of something before or after an act: a JSON object of bounded size. Never give it a secret. A text over {@value #TEXT} characters is cut, a list
 * over {@value #ITEMS} items shows the first and their number in all ({@code membersCount}); what then goes beyond {@value #CHARACTERS} characters is left
 * out, and {@code truncated} says so.
 */
public final class AuditState {
    /** Nothing: it did not exist, or does not any more. */
    public static final AuditState NONE = new AuditState(Map.of());

    private static final int TEXT = 1_000;
    private static final int ITEMS = 100;
    private static final int CHARACTERS = 32_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> members;

    private AuditState(Map<String, Object> members) {
        this.members = members;
    }

    /** An object with one member. */
    public static AuditState of(String member, @Nullable Object value) {
        return NONE.and(member, value);
    }

    /**
     * This with one more member: a text, a number, a boolean, a constant of an enum (shown in lower case), a collection of them, or another state; null is left
     * out.
     */
    public AuditState and(String member, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value instanceof Collection<?> list ? List.copyOf(list) : value);
        return new AuditState(more);
    }

    /** The JSON, or null of {@link #NONE}. */
    @Nullable String json() {
        return members.isEmpty() ? null : json(Size.BOUNDED);
    }

    /** The JSON of all there is, whatever its size. */
    public String whole() {
        return json(Size.WHOLE);
    }

    private enum Size {
        BOUNDED,
        WHOLE
    }

    private String json(Size size) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> member : members.entrySet()) {
                json.flush();
                if (size == Size.BOUNDED && out.getBuffer().length() > CHARACTERS) {
                    json.writeBooleanField("truncated", true);
                    break;
                }
                write(json, member.getKey(), member.getValue(), size);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing here leaves the memory
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, String name, Object value, Size size) throws IOException {
        if (!(value instanceof List<?> list)) {
            json.writeFieldName(name);
            writeValue(json, value, size);
            return;
        }
        json.writeArrayFieldStart(name);
        for (Object item : size == Size.WHOLE ? list : list.subList(0, Math.min(ITEMS, list.size()))) {
            writeValue(json, item, size);
        }
        json.writeEndArray();
        if (size == Size.BOUNDED && list.size() > ITEMS) {
            json.writeNumberField(name + "Count", list.size());
        }
    }

    private static void writeValue(JsonGenerator json, Object value, Size size) throws IOException {
        if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof AuditState state) {
            json.writeRawValue(state.json(size));
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name().toLowerCase(Locale.ROOT));
        } else {
            json.writeString(size == Size.WHOLE ? value.toString() : cut(value.toString()));
        }
    }

    private static String cut(String text) {
        if (text.length() <= TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(TEXT - 1)) ? TEXT - 1 : TEXT;
        return text.substring(0, end) + "...";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditState state && members.equals(state.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return String.valueOf(json());
    }
}
