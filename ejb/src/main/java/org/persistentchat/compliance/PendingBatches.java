package org.persistentchat.compliance;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.persistentchat.compliance.record.BatchFrames;
import org.persistentchat.compliance.record.EncodedBatch;

/**
 * What this server knows of its outbox: batches that wait to be sent, are in flight, or are archived and wait for their
 * row to be removed. Bounded in bytes; what does not fit is not known here and will be found in the table. Safe for use
 * by several threads, none of which ever waits for a database or the broker. Times are milliseconds of a steady clock.
 */
final class PendingBatches {

    private static final int REFUSED_LIMIT = 1_000;

    private final int messageBytes;
    private final int inFlightLimit;
    private final int waitingLimit;

    private final Map<BatchKey, Instant> waiting = new HashMap<>();
    private final Map<BatchKey, InFlight> inFlight = new LinkedHashMap<>(); // in the order of sending
    private final Set<BatchKey> archived = new LinkedHashSet<>();
    private final Map<BatchKey, Refusal> refused = new LinkedHashMap<>(); // wait to be moved out of the outbox
    private final ArrayDeque<EncodedBatch> recovered = new ArrayDeque<>();
    private final ArrayDeque<EncodedBatch> fresh = new ArrayDeque<>();
    private long recoveredBytes;
    private long freshBytes;
    private long inFlightBytes;
    private long confirmations;
    private long gatheredBytes; // since the last gathering ended
    private int missed;
    private boolean gathering;
    private boolean ended;
    private boolean silent;
    private boolean news;

    private record InFlight(Instant createdAt, int bytes, long sentAt, long confirmationsBefore) {}

    PendingBatches(ComplianceSettings settings) {
        messageBytes = settings.messageBytes();
        inFlightLimit = settings.inFlightBytes();
        waitingLimit = settings.waitingBytes();
    }

    /** Takes a batch just committed; false when there is no room for it. */
    synchronized boolean offer(EncodedBatch batch) {
        int bytes = BatchFrames.sizeOf(batch);
        if (freshBytes + bytes > waitingLimit || waiting.putIfAbsent(BatchKey.of(batch), batch.createdAt()) != null) {
            return false;
        }
        fresh.add(batch);
        freshBytes += bytes;
        gatheredBytes += bytes;
        wake();
        return true;
    }

    /** Takes a batch found in the table, unless it has become known meanwhile. */
    synchronized void recover(EncodedBatch batch) {
        BatchKey key = BatchKey.of(batch);
        if (!inFlight.containsKey(key) && !archived.contains(key) && !waiting.containsKey(key)) {
            waiting.put(key, batch.createdAt());
            recovered.add(batch);
            recoveredBytes += BatchFrames.sizeOf(batch);
        }
    }

    /** Whether another batch of the table can be taken. */
    synchronized boolean hasRoomToRecover() {
        return recoveredBytes < messageBytes;
    }

    /** Whether the table's row needs no attention. */
    synchronized boolean knows(BatchKey key) {
        return refused.containsKey(key)
                || waiting.containsKey(key)
                || inFlight.containsKey(key)
                || archived.contains(key);
    }

    /**
     * The batches to send now, oldest first, as many as one message holds; none when nothing waits or too much is in
     * flight. While the archive is silent a single batch at a time asks whether it is back.
     */
    synchronized List<EncodedBatch> nextMessage(long now) {
        List<EncodedBatch> message = new ArrayList<>();
        if (silent && !inFlight.isEmpty()) {
            return message;
        }
        int bytes = 0;
        while (inFlightBytes < inFlightLimit && !(silent && !message.isEmpty())) {
            EncodedBatch next = recovered.isEmpty() ? fresh.peek() : recovered.peek();
            if (next == null || (!message.isEmpty() && bytes + BatchFrames.sizeOf(next) > messageBytes)) {
                break;
            }
            removeFirst(next);
            if (waiting.remove(BatchKey.of(next)) != null) { // else archived while it waited to be sent again
                message.add(next);
                bytes += BatchFrames.sizeOf(next);
                fly(next, now);
            }
        }
        return message;
    }

    private void removeFirst(EncodedBatch batch) {
        if (recovered.isEmpty()) {
            fresh.remove();
            freshBytes -= BatchFrames.sizeOf(batch);
        } else {
            recovered.remove();
            recoveredBytes -= BatchFrames.sizeOf(batch);
        }
    }

    private void fly(EncodedBatch batch, long now) {
        int bytes = BatchFrames.sizeOf(batch);
        inFlight.put(BatchKey.of(batch), new InFlight(batch.createdAt(), bytes, now, confirmations));
        inFlightBytes += bytes;
    }

    /** Takes back a message that could not be sent. */
    synchronized void unsent(List<EncodedBatch> message) {
        List<EncodedBatch> lastFirst = new ArrayList<>(message);
        Collections.reverse(lastFirst);
        for (EncodedBatch batch : lastFirst) {
            if (land(BatchKey.of(batch))) {
                waiting.put(BatchKey.of(batch), batch.createdAt());
                recovered.addFirst(batch);
                recoveredBytes += BatchFrames.sizeOf(batch);
            }
        }
    }

    private boolean land(BatchKey key) {
        InFlight landed = inFlight.remove(key);
        if (landed != null) {
            inFlightBytes -= landed.bytes();
        }
        return landed != null;
    }

    /** Notes what the archive has; true when it had been silent. */
    synchronized boolean archived(int serverId, Collection<Long> batchIds) {
        for (long batchId : batchIds) {
            BatchKey key = new BatchKey(serverId, batchId);
            land(key);
            waiting.remove(key);
            archived.add(key);
        }
        return answered();
    }

    /** Forgets what the archive could not take at the moment: the table still has it. True when the archive had not been silent. */
    synchronized boolean missed(int serverId, Collection<Long> batchIds) {
        for (long batchId : batchIds) {
            missed += land(new BatchKey(serverId, batchId)) ? 1 : 0;
        }
        boolean wasSilent = silent;
        silent = true;
        wake();
        return !wasSilent;
    }

    /** How many batches were missed since the last call. */
    synchronized int takeMissed() {
        int batches = missed;
        missed = 0;
        return batches;
    }

    /** Whether the archive confirmed nothing since it missed something. */
    synchronized boolean isSilent() {
        return silent;
    }

    /** Notes what the archive cannot take; true when it had been silent. Beyond a bound it is forgotten: the batch is sent again. */
    synchronized boolean refused(Refusal refusal) {
        land(refusal.key());
        if (refused.size() < REFUSED_LIMIT) {
            refused.put(refusal.key(), refusal);
        }
        return answered();
    }

    /** What was refused and is in the outbox still. */
    synchronized List<Refusal> refused() {
        return List.copyOf(refused.values());
    }

    /** It is not in the outbox any more. */
    synchronized void buried(BatchKey key) {
        refused.remove(key);
    }

    private boolean answered() {
        boolean wasSilent = silent;
        silent = false;
        confirmations++;
        wake();
        return wasSilent;
    }

    /** Archived batches whose rows can be removed, at most {@code limit}. */
    synchronized List<BatchKey> archived(int limit) {
        return archived.stream().limit(limit).toList();
    }

    /** Their rows are gone. */
    synchronized void removed(Collection<BatchKey> keys) {
        keys.forEach(archived::remove);
    }

    /** What came of unconfirmed batches: how many are forgotten, and whether the archive has become silent by it. */
    record Expired(int batches, boolean silence) {}

    /**
     * Forgets what was sent before {@code sentBefore} and not confirmed: the table still has it. The archive counts as
     * silent when it confirmed nothing at all since.
     */
    synchronized Expired expire(long sentBefore) {
        int batches = 0;
        boolean wasSilent = silent;
        Iterator<InFlight> sent = inFlight.values().iterator();
        while (sent.hasNext()) {
            InFlight oldest = sent.next();
            if (oldest.sentAt() > sentBefore) {
                break;
            }
            sent.remove();
            inFlightBytes -= oldest.bytes();
            silent |= oldest.confirmationsBefore() == confirmations;
            batches++;
        }
        return new Expired(batches, silent && !wasSilent);
    }

    /** When the oldest batch known here was written that is not archived. */
    synchronized Optional<Instant> oldest() {
        Optional<Instant> sent =
                inFlight.values().stream().map(InFlight::createdAt).min(Instant::compareTo);
        Optional<Instant> unsent = waiting.values().stream().min(Instant::compareTo);
        return sent.isEmpty()
                        || unsent.filter(time -> time.isBefore(sent.get())).isPresent()
                ? unsent
                : sent;
    }

    /** Ends a wait for news. While one gathers there is none, so that nobody is woken for each batch. */
    synchronized void wake() {
        news = true;
        if (!gathering || ended || gatheredBytes >= messageBytes) {
            notifyAll();
        }
    }

    /** Ends every wait, now and later. */
    synchronized void end() {
        ended = true;
        wake();
    }

    /** Waits until a batch was committed or confirmed since the last call, or {@code millis} have passed. */
    synchronized void await(long millis) throws InterruptedException {
        await(millis, () -> news);
        news = false;
    }

    /** Waits until as much was committed since the last call as one message holds, or {@code millis} have passed. */
    synchronized void gather(long millis) throws InterruptedException {
        gathering = true;
        try {
            await(millis, () -> gatheredBytes >= messageBytes);
        } finally {
            gathering = false;
            gatheredBytes = 0;
        }
    }

    private void await(long millis, BooleanSupplier reached) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !ended && !reached.getAsBoolean() && left > 0; ) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }
}
