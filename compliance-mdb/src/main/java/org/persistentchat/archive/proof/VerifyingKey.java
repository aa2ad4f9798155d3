package org.persistentchat.archive.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The public half of a signing key. */
public final class VerifyingKey {

    static final String PEM = "PUBLIC KEY";

    /** Signed before the hash of a chunk, so that a signature means this and nothing else. */
    static final byte[] CHUNK = "persistentchat archive chunk 1\n".getBytes(US_ASCII);

    /** Signed before the hash of a package's manifest. */
    static final byte[] PACKAGE = "persistentchat package 1\n".getBytes(US_ASCII);

    /** The same for acts of retention. */
    static final byte[] EXPIRY = "persistentchat archive expiry 1\n".getBytes(US_ASCII);

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 16;

    private final PublicKey key;
    private final String id;

    private VerifyingKey(PublicKey key, String id) {
        this.key = key;
        this.id = id;
    }

    static VerifyingKey of(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new VerifyingKey(key, HexFormat.of().formatHex(digest, 0, ID_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    static PublicKey decode(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /**
     * The keys in a PEM text.
     *
     * @throws IllegalArgumentException when one of them is none
     */
    public static List<VerifyingKey> ofPem(String text) {
        List<VerifyingKey> keys = new ArrayList<>();
        for (byte[] encoded : Pem.decode(PEM, text)) {
            try {
                keys.add(of(decode(encoded)));
            } catch (GeneralSecurityException damaged) {
                throw new IllegalArgumentException("Not an Ed25519 public key", damaged);
            }
        }
        return keys;
    }

    /** As PEM. */
    public String pem() {
        return Pem.encode(PEM, encoded());
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    /** As {@link SigningKey#id()}. */
    public String id() {
        return id;
    }

    /** Whether the holder of the key signed {@code hash} of a chunk. */
    public boolean accepts(byte[] hash, byte[] signed) {
        return accepts(CHUNK, hash, signed);
    }

    /** Whether the holder of the key signed {@code hash} of a package's manifest. */
    public boolean acceptsPackage(byte[] hash, byte[] signed) {
        return accepts(PACKAGE, hash, signed);
    }

    /** Whether the holder of the key signed an act of retention of this hash. */
    public boolean acceptsExpiry(byte[] hash, byte[] signed) {
        return accepts(EXPIRY, hash, signed);
    }

    private boolean accepts(byte[] purpose, byte[] hash, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(purpose);
            signature.update(hash);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
