package org.persistentchat.archive.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * The bytes that stand for a record, form 1: the same for equal records, different for different ones. Texts are UTF-16 code units behind
 * their number, so that any text, also one that UTF-8 cannot hold, has bytes of its own, and no field can take from its neighbour.
 */
public final class CanonicalRecord {

    /** Number of this form; a chunk says by which form its leaves were made. */
    public static final int FORM = 1;

    private static final int FIXED = 16 + 8 + 8 + 8 + 1;
    private static final int ABSENT = -1;

    private CanonicalRecord() {}

    /** The hash that stands for {@code record} in the tree of its chunk. */
    public static byte[] leaf(ComplianceRecord record) {
        return Hashes.of(Hashes.LEAF, bytes(record));
    }

    static byte[] bytes(ComplianceRecord record) {
        List<@Nullable String> texts = texts(record);
        int size = FIXED;
        for (String text : texts) {
            size += Integer.BYTES + (text == null ? 0 : text.length() * Character.BYTES);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.putLong(record.recordId().getMostSignificantBits());
        bytes.putLong(record.recordId().getLeastSignificantBits());
        bytes.putLong(record.at().toEpochMilli());
        bytes.putLong(record.sequence());
        bytes.putLong(record.message().target());
        bytes.put((byte) (record.person().internal() ? 1 : 0));
        texts.forEach(text -> put(text, bytes));
        return bytes.array();
    }

    private static List<@Nullable String> texts(ComplianceRecord record) {
        return Arrays.asList(
                record.kind().name(),
                record.room().id(),
                record.room().name(),
                record.room().category(),
                record.person().account(),
                record.person().displayName(),
                record.person().email(),
                record.server(),
                record.content(),
                record.message().title(),
                record.message().previous());
    }

    private static void put(@Nullable String text, ByteBuffer bytes) {
        if (text == null) {
            bytes.putInt(ABSENT);
            return;
        }
        bytes.putInt(text.length());
        bytes.asCharBuffer().put(text);
        bytes.position(bytes.position() + text.length() * Character.BYTES);
    }
}
