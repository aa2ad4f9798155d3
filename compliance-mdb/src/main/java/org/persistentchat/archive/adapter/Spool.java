package org.persistentchat.archive.adapter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.adapter.ExportedMessage;
import org.persistentchat.compliance.adapter.ExportedPerson;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.ExportedRoom;

/**
 * The records of a slice in a temporary file, so that a slice is read from the archive once, whatever the order and number of readings an adapter needs, and
 * no transaction stays open meanwhile. Texts are code units: nothing is lost. Read by one thread.
 */
final class Spool implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(BUFFER);
    private long written;

    Spool() throws IOException {
        file = Files.createTempFile("persistent-chat-slice", ".tmp");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Where a record lies. */
    record Place(long at, int length) {}

    Place write(ExportedRecord record) throws IOException {
        int before = waiting.size();
        long at = written + before;
        try (DataOutputStream out = new DataOutputStream(waiting)) {
            write(record, out);
        }
        Place place = new Place(at, waiting.size() - before);
        if (waiting.size() >= BUFFER) {
            flush();
        }
        return place;
    }

    /** All records are written. */
    void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
        while (bytes.hasRemaining()) {
            written += channel.write(bytes);
        }
        waiting.reset();
    }

    ExportedRecord read(Place place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place.at() + bytes.position()) < 0) {
                throw new EOFException("The temporary file " + file + " is cut off");
            }
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.array()))) {
            return read(in);
        }
    }

    private static void write(ExportedRecord record, DataOutputStream out) throws IOException {
        out.writeLong(record.id().getMostSignificantBits());
        out.writeLong(record.id().getLeastSignificantBits());
        out.writeLong(record.at().toEpochMilli());
        out.writeLong(record.sequence());
        out.writeLong(record.message().target());
        out.writeBoolean(record.person().internal());
        text(record.kind(), out);
        text(record.room().id(), out);
        text(record.room().name(), out);
        text(record.room().category(), out);
        text(record.person().account(), out);
        text(record.person().displayName(), out);
        text(record.person().email(), out);
        text(record.server(), out);
        text(record.message().content(), out);
        text(record.message().title(), out);
        text(record.message().previous(), out);
    }

    private static ExportedRecord read(DataInputStream in) throws IOException {
        UUID id = new UUID(in.readLong(), in.readLong());
        Instant at = Instant.ofEpochMilli(in.readLong());
        long sequence = in.readLong();
        long target = in.readLong();
        boolean internal = in.readBoolean();
        String kind = present(in);
        ExportedRoom room = new ExportedRoom(present(in), present(in), present(in));
        ExportedPerson person = new ExportedPerson(present(in), present(in), text(in), internal);
        String server = present(in);
        String content = text(in);
        return new ExportedRecord(
                id, kind, at, room, sequence, person, server, new ExportedMessage(content, target, text(in), text(in)));
    }

    private static void text(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(text.length());
            out.writeChars(text);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        char[] units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = in.readChar();
        }
        return new String(units);
    }

    private static String present(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("A text is missing");
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
