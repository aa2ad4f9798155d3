package org.persistentchat.archive.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The signed end of a chain at some time, as one line of JSON. Kept elsewhere, it shows when an archive was cut off or written anew: an
 * archive that does not have this chunk with this hash is not the archive that the checkpoint was made of.
 *
 * @param archive identity of the archive
 * @param chunk number of the chunk
 * @param through its last position
 * @param hash of the chunk
 * @param keyId which key signed
 * @param signature over the hash
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the verifier, part by part
public record Checkpoint(UUID archive, long chunk, long through, byte[] hash, String keyId, byte[] signature) {

    private static final String FORMAT = "persistentchat-checkpoint-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The end of the chain of {@code archive} after {@code sealed}. */
    public static Checkpoint of(UUID archive, SealedChunk sealed) {
        return new Checkpoint(
                archive,
                sealed.header().number(),
                sealed.header().lastPosition(),
                sealed.hash(),
                sealed.keyId(),
                sealed.signature());
    }

    /** One line, without its end. */
    public String json() {
        ObjectNode line = JSON.createObjectNode();
        line.put("format", FORMAT);
        line.put("archive", archive.toString());
        line.put("chunk", chunk);
        line.put("through", through);
        line.put("hash", HexFormat.of().formatHex(hash));
        line.put("key", keyId);
        line.put("signature", HexFormat.of().formatHex(signature));
        return line.toString();
    }

    /**
     * What {@link #json} wrote.
     *
     * @throws IllegalArgumentException when the line is none of its
     */
    public static Checkpoint parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json == null || !FORMAT.equals(json.path("format").asText())) {
                throw new IllegalArgumentException("Not a checkpoint");
            }
            return new Checkpoint(
                    UUID.fromString(json.path("archive").asText()),
                    json.path("chunk").asLong(),
                    json.path("through").asLong(),
                    HexFormat.of().parseHex(json.path("hash").asText()),
                    json.path("key").asText(),
                    HexFormat.of().parseHex(json.path("signature").asText()));
        } catch (IOException damaged) {
            throw new IllegalArgumentException("Not a checkpoint", damaged);
        }
    }
}
