package org.persistentchat.archive.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.ChunkHeader;
import org.persistentchat.archive.proof.SealedChunk;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordCodec;
import org.persistentchat.compliance.record.UndecodableBatchException;

/** The lines of an export, each a JSON object: one that begins it, one for each chunk and each record, one that ends it. */
sealed interface ExportLine {

    /** Begins the file. */
    record Begin(UUID archive) implements ExportLine {}

    /** Begins a chunk. */
    record Chunk(SealedChunk sealed) implements ExportLine {}

    /** A record of the chunk. */
    record Entry(StoredEntry stored) implements ExportLine {}

    /** Ends the file: so many chunks, so many records. */
    record End(long chunks, long records) implements ExportLine {}

    /** Writes and reads lines; what is read must be exactly what would be written. */
    final class Codec {

        private static final String FORMAT = "persistentchat-archive-1";
        private static final JsonFactory JSON = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        private static final HexFormat HEX = HexFormat.of();

        private Codec() {}

        static String write(ExportLine line) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject();
                if (line instanceof Begin begin) {
                    json.writeStringField("format", FORMAT);
                    json.writeStringField("archive", begin.archive.toString());
                } else if (line instanceof Chunk chunk) {
                    write(chunk.sealed, json);
                } else if (line instanceof Entry entry) {
                    write(entry.stored, json);
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

        private static void write(SealedChunk chunk, JsonGenerator json) throws IOException {
            ChunkHeader header = chunk.header();
            json.writeNumberField("chunk", header.number());
            json.writeNumberField("form", header.form());
            json.writeNumberField("first", header.firstPosition());
            json.writeNumberField("records", header.records());
            json.writeNumberField("sealedAt", header.sealedAt().toEpochMilli());
            json.writeStringField("root", HEX.formatHex(header.root()));
            json.writeStringField("previous", HEX.formatHex(header.previous()));
            json.writeStringField("hash", HEX.formatHex(chunk.hash()));
            json.writeStringField("key", chunk.keyId());
            json.writeStringField("signature", HEX.formatHex(chunk.signature()));
        }

        private static void write(StoredEntry entry, JsonGenerator json) throws IOException {
            json.writeNumberField("position", entry.position());
            json.writeStringField("leaf", HEX.formatHex(entry.leaf()));
            ComplianceRecord record = entry.record();
            if (record == null) {
                json.writeStringField("removed", entry.recordId().toString());
            } else {
                json.writeFieldName("record");
                RecordCodec.write(record, json);
            }
        }

        /**
         * Reads a line.
         *
         * @throws IOException when the text is no line of an export
         */
        static ExportLine read(String text) throws IOException {
            ExportLine line;
            try (JsonParser json = JSON.createParser(text)) {
                line = read(json);
            } catch (UndecodableBatchException | RuntimeException damaged) {
                throw new IOException("Not a line of an export", damaged);
            }
            if (!write(line).equals(text)) {
                throw new IOException("A line was not written by the export");
            }
            return line;
        }

        private static ExportLine read(JsonParser json) throws IOException, UndecodableBatchException {
            Map<String, String> members = new LinkedHashMap<>();
            @Nullable ComplianceRecord record = null;
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.START_OBJECT && name.equals("record")) {
                    record = RecordCodec.read(json);
                } else {
                    members.put(name, json.getText());
                }
            }
            return line(members, record);
        }

        private static ExportLine line(Map<String, String> members, @Nullable ComplianceRecord record)
                throws IOException {
            if (members.containsKey("position")) {
                UUID id = record == null ? UUID.fromString(text(members, "removed")) : record.recordId();
                return new Entry(new StoredEntry(number(members, "position"), id, bytes(members, "leaf"), record));
            }
            if (members.containsKey("chunk")) {
                ChunkHeader header = new ChunkHeader(
                        number(members, "chunk"),
                        Math.toIntExact(number(members, "form")),
                        number(members, "first"),
                        Math.toIntExact(number(members, "records")),
                        Instant.ofEpochMilli(number(members, "sealedAt")),
                        bytes(members, "root"),
                        bytes(members, "previous"));
                return new Chunk(new SealedChunk(
                        header, bytes(members, "hash"), text(members, "key"), bytes(members, "signature")));
            }
            if (members.containsKey("end")) {
                return new End(number(members, "chunks"), number(members, "end"));
            }
            if (!FORMAT.equals(members.get("format"))) {
                throw new IOException("Not an export, or one of a format that is not known");
            }
            return new Begin(UUID.fromString(text(members, "archive")));
        }

        private static String text(Map<String, String> members, String name) throws IOException {
            String value = members.get(name);
            if (value == null) {
                throw new IOException("A member is missing: " + name);
            }
            return value;
        }

        private static long number(Map<String, String> members, String name) throws IOException {
            return Long.parseLong(text(members, name));
        }

        private static byte[] bytes(Map<String, String> members, String name) throws IOException {
            return HEX.parseHex(text(members, name));
        }
    }
}
