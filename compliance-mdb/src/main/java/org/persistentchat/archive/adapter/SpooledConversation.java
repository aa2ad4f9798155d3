package org.persistentchat.archive.adapter;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.ExportedRoom;
import org.persistentchat.compliance.adapter.RecordCursor;

/** A conversation in the spool, known by the places of its records. */
final class SpooledConversation implements Conversation {

    private static final Comparator<Entry> BY_ID = Comparator.comparing(Entry::id, SpooledConversation::compareAsBytes);
    private static final Comparator<Entry> BY_SEQUENCE =
            Comparator.comparingLong(Entry::sequence).thenComparing(BY_ID);

    private final Spool spool;
    private final Watch watch;
    private final List<Entry> numbered = new ArrayList<>();
    private final List<Entry> unnumbered = new ArrayList<>();
    private List<Entry> inOrder = List.of();
    private Instant start = Instant.MAX;
    private Instant end = Instant.MIN;
    private ExportedRoom room;

    /** What is asked to go on at every record: the lease may be lost, the server may stop. */
    @FunctionalInterface
    interface Watch {
        void goesOn() throws IOException;
    }

    private record Entry(UUID id, long sequence, Spool.Place place) {}

    SpooledConversation(Spool spool, ExportedRoom room, Watch watch) {
        this.spool = spool;
        this.room = room;
        this.watch = watch;
    }

    void add(ExportedRecord record, Spool.Place place) {
        (record.sequence() == 0 ? unnumbered : numbered).add(new Entry(record.id(), record.sequence(), place));
        start = record.at().isBefore(start) ? record.at() : start;
        end = record.at().isAfter(end) ? record.at() : end;
    }

    /**
     * Everything was added: puts it in order. Sequences are the truth of what was said; what has none is put before the first of a later time, as the identities
     * tell it.
     */
    void complete() throws IOException {
        numbered.sort(BY_SEQUENCE);
        unnumbered.sort(BY_ID);
        List<Entry> merged = new ArrayList<>(numbered.size() + unnumbered.size());
        int next = 0;
        for (Entry entry : numbered) {
            while (next < unnumbered.size() && BY_ID.compare(unnumbered.get(next), entry) < 0) {
                merged.add(unnumbered.get(next++));
            }
            merged.add(entry);
        }
        merged.addAll(unnumbered.subList(next, unnumbered.size()));
        inOrder = merged;
        room = spool.read(inOrder.get(0).place()).room();
    }

    private static int compareAsBytes(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    @Override
    public ExportedRoom room() {
        return room;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public Instant end() {
        return end;
    }

    @Override
    public long size() {
        return inOrder.size();
    }

    @Override
    public RecordCursor open() {
        Iterator<Entry> each = inOrder.iterator();
        return new RecordCursor() {
            @Override
            public Optional<ExportedRecord> next() throws IOException {
                watch.goesOn();
                return each.hasNext() ? Optional.of(spool.read(each.next().place())) : Optional.empty();
            }

            @Override
            public void close() {
                // the spool is closed with the slice
            }
        };
    }
}
