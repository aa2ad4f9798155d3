package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON to bytes. A text written here never holds a raw line feed, whatever strings go into it. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8) // 4 bytes, not an escape of 12
            .build();

    private Json() {}

    /** The UTF-8 bytes of what {@code content} writes. */
    public static byte[] bytes(Content content) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(512);
                JsonGenerator json = FACTORY.createGenerator(out)) {
            content.write(json);
            json.flush();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing here leaves the memory
        }
    }

    /** The bytes of one object whose members {@code members} writes. */
    public static byte[] object(Content members) {
        return bytes(json -> {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        });
    }

    /**
     * Writes a member that people wrote. An unpaired surrogate, which UTF-8 cannot carry, becomes U+FFFD: such text is refused where it
     * comes in, and must not break a reply if it came from somewhere else.
     */
    public static void text(JsonGenerator json, String member, String value) throws IOException {
        json.writeStringField(member, Utf16.isWellFormed(value) ? value : Utf16.repaired(value));
    }

    /** Something that writes itself. */
    @FunctionalInterface
    public interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
