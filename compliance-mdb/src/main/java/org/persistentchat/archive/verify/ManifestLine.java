package org.persistentchat.archive.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.persistentchat.archive.proof.SealedChunk;

/**
 * The lines of a package's manifest, each a JSON object: one says what the package is, one for each file, one for each chunk from which there are records,
 * followed by those records, and one that ends it.
 */
public sealed interface ManifestLine {

    /**
     * What the package is.
     *
     * @param archive identity of the archive that it is from
     * @param subject identity of the case
     * @param name of the case
     * @param description of the case
     * @param by account of who had it made
     * @param at when, in milliseconds
     */
    record Begin(UUID archive, String subject, String name, String description, String by, long at)
            implements ManifestLine {}

    /** A file: its name, size and hash. */
    record File(String name, long bytes, String sha256) implements ManifestLine {}

    /** A chunk of the archive. */
    record Chunk(SealedChunk sealed) implements ManifestLine {}

    /**
     * A record of that chunk, with what leads from it to the chunk's root.
     *
     * @param recordId its identity
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by the verifier
    record Proof(long position, UUID recordId, byte[] leaf, List<byte[]> path) implements ManifestLine {}

    /** The end: so many chunks, so many records. */
    record End(long chunks, long records) implements ManifestLine {}

    /** Writes and reads lines. */
    final class Codec {

        /** Names the format in the first line. */
        static final String FORMAT = "persistentchat-package-1";

        private static final JsonFactory JSON = new JsonFactory();
        private static final HexFormat HEX = HexFormat.of();

        private Codec() {}

        /** One line, without its end. */
        public static String write(ManifestLine line) {
            if (line instanceof Chunk chunk) {
                return ExportLine.Codec.write(new ExportLine.Chunk(chunk.sealed));
            }
            StringWriter text = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject();
                if (line instanceof Begin begin) {
                    write(begin, json);
                } else if (line instanceof File file) {
                    json.writeStringField("file", file.name);
                    json.writeNumberField("bytes", file.bytes);
                    json.writeStringField("sha256", file.sha256);
                } else if (line instanceof Proof proof) {
                    write(proof, json);
                } else if (line instanceof End end) {
                    json.writeNumberField("chunks", end.chunks);
                    json.writeNumberField("end", end.records);
                }
                json.writeEndObject();
            } catch (IOException impossible) {
                throw new UncheckedIOException("Writing to memory failed", impossible);
            }
            return text.toString();
        }

        private static void write(Begin begin, JsonGenerator json) throws IOException {
            json.writeStringField("format", FORMAT);
            json.writeStringField("archive", begin.archive.toString());
            json.writeStringField("case", begin.subject);
            json.writeStringField("name", begin.name);
            json.writeStringField("description", begin.description);
            json.writeStringField("by", begin.by);
            json.writeNumberField("at", begin.at);
        }

        private static void write(Proof proof, JsonGenerator json) throws IOException {
            json.writeNumberField("position", proof.position);
            json.writeStringField("record", proof.recordId.toString());
            json.writeStringField("leaf", HEX.formatHex(proof.leaf));
            json.writeArrayFieldStart("path");
            for (byte[] hash : proof.path) {
                json.writeString(HEX.formatHex(hash));
            }
            json.writeEndArray();
        }

        /**
         * Reads a line.
         *
         * @throws IOException when the text is no line of a manifest
         */
        static ManifestLine read(String text) throws IOException {
            ManifestLine line;
            try (JsonParser json = JSON.createParser(text)) {
                line = read(json, text);
            } catch (RuntimeException damaged) {
                throw new IOException("Not a line of a manifest", damaged);
            }
            if (!write(line).equals(text)) {
                throw new IOException("A line was not written by the product");
            }
            return line;
        }

        private static ManifestLine read(JsonParser json, String text) throws IOException {
            Map<String, String> members = new LinkedHashMap<>();
            List<byte[]> path = new ArrayList<>();
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        path.add(HEX.parseHex(json.getText()));
                    }
                } else {
                    members.put(name, json.getText());
                }
            }
            if (members.containsKey("chunk") && ExportLine.Codec.read(text) instanceof ExportLine.Chunk chunk) {
                return new Chunk(chunk.sealed());
            }
            return line(new Members(members), path);
        }

        private static ManifestLine line(Members members, List<byte[]> path) throws IOException {
            if (members.has("position")) {
                return new Proof(
                        members.number("position"),
                        UUID.fromString(members.text("record")),
                        HEX.parseHex(members.text("leaf")),
                        path);
            }
            if (members.has("file")) {
                return new File(members.text("file"), members.number("bytes"), members.text("sha256"));
            }
            if (members.has("end")) {
                return new End(members.number("chunks"), members.number("end"));
            }
            if (!members.has("format") || !FORMAT.equals(members.text("format"))) {
                throw new IOException("Not a package, or one of a format that is not known");
            }
            return new Begin(
                    UUID.fromString(members.text("archive")),
                    members.text("case"),
                    members.text("name"),
                    members.text("description"),
                    members.text("by"),
                    members.number("at"));
        }

        /** The members of a line. */
        private record Members(Map<String, String> values) {

            boolean has(String name) {
                return values.containsKey(name);
            }

            String text(String name) throws IOException {
                String value = values.get(name);
                if (value == null) {
                    throw new IOException("A member is missing: " + name);
                }
                return value;
            }

            long number(String name) throws IOException {
                return Long.parseLong(text(name));
            }
        }
    }
}
