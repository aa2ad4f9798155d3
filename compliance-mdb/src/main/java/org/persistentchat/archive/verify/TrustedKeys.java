package org.persistentchat.archive.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.persistentchat.archive.proof.ExpiryAct;
import org.persistentchat.archive.proof.VerifyingKey;

/** The keys that the verifier was given. */
public final class TrustedKeys {

    private final Map<String, VerifyingKey> keys = new HashMap<>();

    public TrustedKeys(Collection<VerifyingKey> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    /** Those of PEM files. */
    public static TrustedKeys of(List<Path> files) throws IOException {
        TrustedKeys all = new TrustedKeys(List.of());
        for (Path file : files) {
            List<VerifyingKey> found = VerifyingKey.ofPem(Files.readString(file, US_ASCII));
            if (found.isEmpty()) {
                throw new IOException(file + " holds no public key");
            }
            found.forEach(key -> all.keys.put(key.id(), key));
        }
        return all;
    }

    boolean none() {
        return keys.isEmpty();
    }

    /** Whether one of them signed an act of retention; without any key every act is taken. */
    boolean acceptExpiry(ExpiryAct act) {
        VerifyingKey key = keys.get(act.keyId());
        return none() || (key != null && key.acceptsExpiry(act.hash(), act.signature()));
    }

    /** Whether one of them signed {@code hash}. */
    boolean accept(String keyId, byte[] hash, byte[] signature) {
        VerifyingKey key = keys.get(keyId);
        return key != null && key.accepts(hash, signature);
    }

    /** Whether one of them signed {@code hash} of a package's manifest. */
    boolean acceptPackage(String keyId, byte[] hash, byte[] signature) {
        VerifyingKey key = keys.get(keyId);
        return key != null && key.acceptsPackage(hash, signature);
    }
}
