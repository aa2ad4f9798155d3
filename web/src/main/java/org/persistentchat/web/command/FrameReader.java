package org.persistentchat.web.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/**
 * Reads a frame into {@link Members}. Refuses what is not exactly one JSON object: other values, text after it, a member given twice,
 * nesting deeper than any command needs, numbers longer than any id.
 */
final class FrameReader {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 256;

    private final JsonFactory factory;

    FrameReader() {
        this.factory = new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(
                        JsonFactory.Feature
                                .INTERN_FIELD_NAMES) // names come from outside: the JVM's table is not theirs to fill
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxStringLength(Integer.MAX_VALUE) // a frame has a limit of its own
                        .build())
                .build();
    }

    /** Fills {@code members}; what was read before a refusal stays there. */
    void read(String frame, Members members) {
        try (JsonParser parser = factory.createParser(frame)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("A frame is one JSON object.");
            }
            readMembers(parser, members);
            if (parser.nextToken() != null) {
                throw malformed("There is text after the JSON object.");
            }
        } catch (IOException notJson) {
            throw malformed("The frame is not well-formed JSON, or a member is given twice.");
        }
    }

    private static void readMembers(JsonParser parser, Members members) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, name.equals("rooms") ? list(parser) : value(parser));
        }
    }

    private static Object list(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return value(parser);
        }
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                Members item = new Members();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    item.put(name, value(parser));
                }
                items.add(item);
            } else {
                items.add(value(parser));
            }
        }
        return items;
    }

    /** A string, an integer, a truth value, or {@link Members#OTHER} for what no command has. */
    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        if (token.isBoolean()) {
            return parser.getBooleanValue();
        }
        parser.skipChildren();
        return Members.OTHER;
    }

    private static ChatException malformed(String message) {
        return new ChatException(ErrorCode.MALFORMED, message);
    }
}
