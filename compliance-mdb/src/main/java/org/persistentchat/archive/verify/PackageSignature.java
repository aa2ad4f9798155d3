package org.persistentchat.archive.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HexFormat;
import org.persistentchat.archive.proof.SigningKey;

/**
 * The signature of a package's manifest, as one line of JSON.
 *
 * @param keyId which key signed
 * @param signature over the hash of the manifest
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the verifier
public record PackageSignature(String keyId, byte[] signature) {

    private static final String FORMAT = "persistentchat-signature-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Signs a manifest by its hash. */
    public static PackageSignature of(byte[] manifestSha256, SigningKey key) {
        return new PackageSignature(key.id(), key.signPackage(manifestSha256));
    }

    /** One line, with its end. */
    public String json() {
        ObjectNode line = JSON.createObjectNode();
        line.put("format", FORMAT);
        line.put("key", keyId);
        line.put("signature", HexFormat.of().formatHex(signature));
        return line + "\n";
    }

    /** What {@link #json} wrote, byte for byte. */
    static PackageSignature parse(String text) throws IOException {
        try {
            JsonNode json = JSON.readTree(text);
            PackageSignature read = new PackageSignature(
                    json.path("key").asText(),
                    HexFormat.of().parseHex(json.path("signature").asText()));
            if (read.json().equals(text)) {
                return read;
            }
        } catch (RuntimeException damaged) {
            throw new IOException("Not a signature", damaged);
        }
        throw new IOException("Not a signature");
    }
}
