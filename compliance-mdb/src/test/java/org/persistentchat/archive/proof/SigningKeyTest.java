package org.persistentchat.archive.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is made once, is readable by its owner only, and signs what its public half accepts. */
class SigningKeyTest {

    private static final byte[] HASH = new byte[32];

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesTheKeyAndLaterStartsUseIt() throws IOException {
        Path file = folder.resolve("keys/signing-key.pem");
        SigningKey made = SigningKey.of(file);
        SigningKey found = SigningKey.of(file);
        assertThat(found.id()).isEqualTo(made.id()).hasSize(32);
        assertThat(made.verifying().accepts(HASH, found.sign(HASH))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void thePublicHalfGoesThroughPem() {
        SigningKey key = SigningKey.generate();
        assertThat(VerifyingKey.ofPem(key.verifying().pem()
                        + SigningKey.generate().verifying().pem()))
                .hasSize(2)
                .first()
                .satisfies(
                        read -> assertThat(read.accepts(HASH, key.sign(HASH))).isTrue());
    }

    @Test
    void anotherKeyAnotherHashAndDamagedSignaturesAreNotAccepted() {
        SigningKey key = SigningKey.generate();
        byte[] signature = key.sign(HASH);
        assertThat(SigningKey.generate().verifying().accepts(HASH, signature)).isFalse();
        assertThat(key.verifying().accepts(new byte[31], signature)).isFalse();
        signature[5] ^= 1;
        assertThat(key.verifying().accepts(HASH, signature)).isFalse();
        assertThat(key.verifying().accepts(HASH, new byte[3])).isFalse();
    }

    @Test
    void aFileThatHoldsNoKeyIsLeftAloneAndNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "nothing");
        assertThatThrownBy(() -> SigningKey.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("key.pem");
        assertThat(file).hasContent("nothing");
    }
}
