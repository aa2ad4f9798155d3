package org.persistentchat.archive.pack;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files written one after the other into a ZIP, with the size and hash of each. */
final class ZipFiles implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final List<Written> written = new ArrayList<>();

    ZipFiles(OutputStream out) {
        zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
    }

    /** A file that is complete. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Written(String name, long bytes, byte[] sha256) {}

    /** The next file; it is complete when it is closed. */
    OutputStream begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new Entry(name);
    }

    /** All files that are complete. */
    List<Written> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Passes bytes on; closing ends the entry and not the ZIP. */
    private final class Entry extends OutputStream {
        private final String name;
        private final MessageDigest digest = sha256();
        private long bytes;
        private boolean open = true;

        Entry(String name) {
            this.name = name;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            digest.update(some, from, length);
            bytes += length;
            zip.write(some, from, length);
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                zip.closeEntry();
                written.add(new Written(name, bytes, digest.digest()));
            }
        }
    }
}
