package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.web.json.Utf16;

/** A JSON object of a request. Asking for a member checks its type; members that nobody asks for do not matter, null counts as absent. */
final class Body {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(16).build());
    }

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /** The one object in {@code content}. */
    static Body read(InputStream content) {
        return of(parse(content));
    }

    /** The objects in {@code content}, which is an array of them or one alone. */
    static List<Body> readList(InputStream content, int max) {
        JsonNode root = parse(content);
        if (!root.isArray()) {
            return List.of(of(root));
        }
        if (root.size() > max) {
            throw ChatException.overLimit(ErrorCode.INVALID_FIELD, "At most " + max + " at once.", max);
        }
        List<Body> bodies = new ArrayList<>(root.size());
        root.forEach(item -> bodies.add(of(item)));
        return bodies;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw invalid(name, "must be a string");
        }
        return text;
    }

    String text(String name, String absent) {
        String text = optionalText(name);
        return text == null ? absent : text;
    }

    /** A text that says something, of at most {@code longest} characters. */
    String text(String name, int longest) {
        String text = text(name);
        if (text.isBlank() || text.length() > longest) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "\"" + name + "\" has 1 to " + longest + " characters.", longest);
        }
        return text;
    }

    @Nullable String optionalText(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : string(name, value);
    }

    /** The names of all members. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether the member is there and says null. */
    boolean isNull(String name) {
        return object.path(name).isNull();
    }

    long integer(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw invalid(name, "must be an integer");
        }
        return value.longValue();
    }

    /** The integers of an array that has to be there. */
    List<Long> integers(String name) {
        JsonNode value = object.path(name);
        List<Long> integers = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (!item.isIntegralNumber() || !item.canConvertToLong()) {
                throw invalid(name, "must be an array of integers");
            }
            integers.add(item.longValue());
        }
        if (!value.isArray()) {
            throw invalid(name, "must be an array of integers");
        }
        return integers;
    }

    boolean flag(String name, boolean absent) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** The flag, or null if it is absent. */
    @Nullable Boolean optionalFlag(String name) {
        return object.hasNonNull(name) ? (Boolean) flag(name, false) : null;
    }

    /** The object that a member is; one without members if it is absent. */
    Body object(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return new Body(MAPPER.createObjectNode());
        }
        if (!value.isObject()) {
            throw invalid(name, "must be an object");
        }
        return new Body(value);
    }

    /** Whether the member is there, if only to say null. */
    boolean has(String name) {
        return object.has(name);
    }

    List<String> texts(String name, List<String> absent) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return absent;
        }
        if (!value.isArray()) {
            throw invalid(name, "must be an array of strings");
        }
        List<String> texts = new ArrayList<>(value.size());
        value.forEach(item -> texts.add(string(name, item)));
        return texts;
    }

    /** The constant whose name in lower case is the member's text. */
    <E extends Enum<E>> E constant(String name, E absent) {
        String text = optionalText(name);
        return text == null ? absent : constant(name, text, absent.getDeclaringClass());
    }

    /** The constant of {@code type} whose name in lower case is {@code text}. */
    static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw invalid(name, "has a value that is not known");
    }

    static ChatException invalid(String name, String what) {
        return new ChatException(ErrorCode.INVALID_FIELD, "\"" + name + "\" " + what + ".");
    }

    /** All of {@code content}, unless it is too large. */
    static byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BodyTooLargeException(MAX_BYTES);
            }
            return bytes;
        } catch (IOException gone) {
            throw new ChatException(ErrorCode.MALFORMED, "The body did not come in whole.", gone);
        }
    }

    private static JsonNode parse(InputStream content) {
        try {
            return MAPPER.readTree(bytes(content));
        } catch (JsonProcessingException malformed) {
            throw new ChatException(
                    ErrorCode.MALFORMED, "The body is not well-formed JSON, or a member is given twice.", malformed);
        } catch (IOException gone) {
            throw new ChatException(ErrorCode.MALFORMED, "The body did not come in whole.", gone);
        }
    }

    private static Body of(JsonNode node) {
        if (!node.isObject()) {
            throw new ChatException(ErrorCode.MALFORMED, "The body is no JSON object.");
        }
        return new Body(node);
    }

    private static String string(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw invalid(name, "must be a string");
        }
        String text = value.textValue();
        if (!Utf16.isWellFormed(text)) {
            throw invalid(name, "has half a surrogate pair");
        }
        return text;
    }
}
