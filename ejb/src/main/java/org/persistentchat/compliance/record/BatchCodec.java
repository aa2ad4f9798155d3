package org.persistentchat.compliance.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as compact JSON in UTF-8. Unknown members are skipped, so a newer server may add some; {@code v} rises only
 * when an older one would misread the bytes, and is then refused by it: the batch stays in the outbox until an archive
 * that understands it comes.
 */
public final class BatchCodec {

    /** What this class reads. Version 2 has what {@link RecordedMessage} says, which an archive of version 1 would lose. */
    static final int VERSION = 2;

    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final int BYTES_PER_RECORD = 512; // a first guess that saves most growing

    private BatchCodec() {}

    /** The bytes of {@code batch}. */
    public static byte[] encode(ComplianceBatch batch) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(
                        BYTES_PER_RECORD * (1 + batch.records().size()));
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("v", version(batch));
            json.writeNumberField("server", batch.serverId());
            json.writeNumberField("batch", batch.batchId());
            json.writeArrayFieldStart("records");
            for (ComplianceRecord record : batch.records()) {
                RecordCodec.write(record, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    /** The lowest version that loses nothing, so that an older archive takes what it can. */
    private static int version(ComplianceBatch batch) {
        return batch.records().stream().allMatch(record -> record.message().isNone()) ? 1 : VERSION;
    }

    /**
     * The batch of {@code bytes}.
     *
     * @throws UndecodableBatchException when they are damaged, incomplete, or of a version not understood
     */
    public static ComplianceBatch decode(byte[] bytes) throws UndecodableBatchException {
        try (JsonParser json = JSON.createParser(bytes)) {
            ComplianceBatch batch = read(json);
            if (json.nextToken() != null) {
                throw new UndecodableBatchException("Something follows the batch");
            }
            return batch;
        } catch (IOException | RuntimeException damaged) {
            throw new UndecodableBatchException(
                    "Not a batch: " + damaged.getClass().getSimpleName());
        }
    }

    private static ComplianceBatch read(JsonParser json) throws IOException, UndecodableBatchException {
        int version = 0;
        @Nullable Long server = null;
        @Nullable Long batch = null;
        @Nullable List<ComplianceRecord> records = null;
        expect(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "v" -> version = supported(json.getIntValue());
                case "server" -> server = json.getLongValue();
                case "batch" -> batch = json.getLongValue();
                case "records" -> records = readRecords(json);
                default -> json.skipChildren();
            }
        }
        expect(json.currentToken(), JsonToken.END_OBJECT);
        if (version == 0 || server == null || batch == null || records == null) {
            throw new UndecodableBatchException("A member is missing");
        }
        return new ComplianceBatch(Math.toIntExact(server), batch, records);
    }

    private static int supported(int version) throws UndecodableBatchException {
        if (version < 1 || version > VERSION) {
            throw new UndecodableBatchException("Version " + version + " is not understood");
        }
        return version;
    }

    private static List<ComplianceRecord> readRecords(JsonParser json) throws IOException, UndecodableBatchException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<ComplianceRecord> records = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            records.add(RecordCodec.read(json));
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        return records;
    }

    static void expect(@Nullable JsonToken token, JsonToken expected) throws UndecodableBatchException {
        if (token != expected) {
            throw new UndecodableBatchException("Expected " + expected);
        }
    }
}
