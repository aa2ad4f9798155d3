package org.persistentchat.archive.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The files in a ZIP. Programs read a ZIP from its end or from its beginning, and may see different files: here they have to be the same. */
final class PackageFiles {

    private PackageFiles() {}

    /** A file as it is found. */
    record Found(String name, long bytes, String sha256) {}

    /** What a program sees that reads the directory at the end. */
    static List<Found> byDirectory(ZipFile zip) throws IOException {
        List<Found> found = new ArrayList<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (InputStream content = zip.getInputStream(entry)) {
                found.add(read(entry.getName(), content));
            }
        }
        return found;
    }

    /** What a program sees that reads from the beginning. */
    static List<Found> byStream(Path file) throws IOException {
        List<Found> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.add(read(entry.getName(), zip));
            }
        }
        return found;
    }

    private static Found read(String name, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = new byte[1 << 16];
        long bytes = 0;
        for (int read = content.read(some); read >= 0; read = content.read(some)) {
            digest.update(some, 0, read);
            bytes += read;
        }
        return new Found(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
