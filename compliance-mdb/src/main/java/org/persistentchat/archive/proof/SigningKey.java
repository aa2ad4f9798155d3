package org.persistentchat.archive.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Objects;

/** The Ed25519 key that signs chunks. It lives in a file that only the server reads, never in a database. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String OWNER_ONLY = "rw-------";

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.verifying = VerifyingKey.of(open);
    }

    /** A new key. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java 15 and later have Ed25519", impossible);
        }
    }

    /** The key of {@code file}, made there first if there is none. Servers that start at the same time agree on one. */
    public static SigningKey of(Path file) throws IOException {
        try {
            return read(file);
        } catch (NoSuchFileException first) {
            Path folder = Files.createDirectories(
                    Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder"));
            try {
                return create(file, folder);
            } catch (FileAlreadyExistsException another) {
                return read(file);
            }
        }
    }

    private static SigningKey create(Path file, Path folder) throws IOException {
        SigningKey made = generate();
        Path whole = Files.createTempFile(folder, ".signing-key", ".new", ownerOnly(file));
        try {
            String text = Pem.encode(PRIVATE, made.secret.getEncoded())
                    + Pem.encode(VerifyingKey.PEM, made.verifying.encoded());
            Files.writeString(whole, text, US_ASCII, StandardOpenOption.SYNC);
            Files.createLink(file, whole); // appears whole, and fails when there is one
        } finally {
            Files.delete(whole);
        }
        return made;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    private static SigningKey read(Path file) throws IOException {
        if (!Files.isRegularFile(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a file");
        }
        String text = Files.readString(file, US_ASCII);
        try {
            List<byte[]> secrets = Pem.decode(PRIVATE, text);
            List<byte[]> open = Pem.decode(VerifyingKey.PEM, text);
            if (secrets.size() != 1 || open.size() != 1) {
                throw new IOException(file + " does not hold one private and one public key");
            }
            PrivateKey secret =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secrets.get(0)));
            return new SigningKey(secret, VerifyingKey.decode(open.get(0)));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new IOException(file + " does not hold a key", damaged);
        }
    }

    /** Names the key: the first half of the SHA-256 of the public key, in hexadecimal. */
    public String id() {
        return verifying.id();
    }

    /** What checks signatures of this key. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** Signs the hash of a chunk. */
    public byte[] sign(byte[] hash) {
        return sign(VerifyingKey.CHUNK, hash);
    }

    /** Signs the hash of a package's manifest. */
    public byte[] signPackage(byte[] hash) {
        return sign(VerifyingKey.PACKAGE, hash);
    }

    /** Signs the hash of an act of retention. */
    public byte[] signExpiry(byte[] hash) {
        return sign(VerifyingKey.EXPIRY, hash);
    }

    private byte[] sign(byte[] purpose, byte[] hash) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(purpose);
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key does not sign", impossible);
        }
    }
}
