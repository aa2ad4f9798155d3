package org.persistentchat.archive.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Says that records were removed because they had expired: the content of a record of kind {@code RECORDS_EXPIRED}. It has a signature of its own, because who
 * may write to the database can have a record sealed that they made up, and cannot sign.
 *
 * @param archive identity of the archive
 * @param rule under which
 * @param room of the records
 * @param before they were recorded before this time
 * @param positions of the records, rising
 * @param keyId which key signed
 * @param signature over everything else
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ExpiryAct(
        UUID archive,
        String rule,
        String room,
        Instant before,
        List<PositionRange> positions,
        String keyId,
        byte[] signature) {

    private static final String FORMAT = "persistentchat-expiry-1";
    private static final String SIGNATURE = "signature";
    private static final ObjectMapper JSON = new ObjectMapper();

    public ExpiryAct {
        positions = List.copyOf(positions);
    }

    /** What an act says. */
    public record Terms(String rule, String room, Instant before) {}

    /** Signs an act. */
    public static ExpiryAct sign(UUID archive, Terms terms, List<PositionRange> positions, SigningKey key) {
        ExpiryAct open =
                new ExpiryAct(archive, terms.rule(), terms.room(), terms.before(), positions, key.id(), new byte[0]);
        return new ExpiryAct(
                archive, terms.rule(), terms.room(), terms.before(), positions, key.id(), key.signExpiry(open.hash()));
    }

    /** The hash that is signed. */
    public byte[] hash() {
        return Hashes.of(Hashes.EXPIRY, unsigned().toString().getBytes(UTF_8));
    }

    private ObjectNode unsigned() {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT);
        json.put("archive", archive.toString());
        json.put("rule", rule);
        json.put("room", room);
        json.put("before", before.toString());
        json.put("records", records());
        json.put("positions", PositionRange.text(positions));
        json.put("key", keyId);
        return json;
    }

    /** How many records it names. */
    public long records() {
        return positions.stream().mapToLong(PositionRange::size).sum();
    }

    /** One line of JSON. */
    public String json() {
        return unsigned().put(SIGNATURE, HexFormat.of().formatHex(signature)).toString();
    }

    /**
     * What {@link #json} wrote.
     *
     * @throws IllegalArgumentException when the text is none of its
     */
    public static ExpiryAct parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json == null || !FORMAT.equals(json.path("format").asText())) {
                throw new IllegalArgumentException("Not an act of retention");
            }
            return new ExpiryAct(
                    UUID.fromString(json.path("archive").asText()),
                    json.path("rule").asText(),
                    json.path("room").asText(),
                    Instant.parse(json.path("before").asText()),
                    PositionRange.parse(json.path("positions").asText()),
                    json.path("key").asText(),
                    HexFormat.of().parseHex(json.path(SIGNATURE).asText()));
        } catch (IOException | DateTimeParseException damaged) {
            throw new IllegalArgumentException("Not an act of retention", damaged);
        }
    }

    /** Whether it names only what lies before {@code position}, and {@code accepted} takes its hash. */
    public boolean isRightAt(long position, Predicate<ExpiryAct> accepted) {
        return positions.stream().allMatch(range -> range.last() < position) && accepted.test(this);
    }
}
