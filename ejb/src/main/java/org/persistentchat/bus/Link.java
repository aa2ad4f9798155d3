package org.persistentchat.bus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way to one other server: a bounded queue and the one thread that empties it, so that a server that takes nothing holds up nobody
 * else. Messages are numbered when they come; what does not fit leaves a gap in the numbers, by which the receiver knows.
 */
final class Link implements Runnable {
    private static final int WAITING_MESSAGES = 16_384;
    private static final int WAITING_BYTES = 8 << 20;
    private static final int FRAME_BYTES = 16 << 10;
    private static final long IDLE_MILLIS = 500;
    private static final AtomicLong LINKS = new AtomicLong(System.nanoTime());

    private final Transport transport;
    private final Transport.Member member;
    private final int serverId;
    private final long run;
    private final BusCounts counts;

    // Guarded by this
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private long next;
    private long link = LINKS.incrementAndGet();
    private boolean pulse;
    private boolean stopped;

    /**
     * @param serverId of this server
     * @param run of this server
     */
    Link(Transport transport, Transport.Member member, int serverId, long run, BusCounts counts) {
        this.transport = transport;
        this.member = member;
        this.serverId = serverId;
        this.run = run;
        this.counts = counts;
    }

    /** A message on its way; {@code number} counts those before it on the link. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are not copied on their way
    record Waiting(long number, BusKind kind, byte[] payload) {}

    void start(ThreadFactory threads) {
        Thread thread = threads.newThread(this);
        thread.setName("chat-bus-to-" + member);
        thread.start();
    }

    synchronized void send(BusKind kind, byte[] payload) {
        long number = next++;
        if (waiting.size() >= WAITING_MESSAGES || waitingBytes + payload.length > WAITING_BYTES) {
            counts.dropped();
            return;
        }
        waiting.addLast(new Waiting(number, kind, payload));
        waitingBytes += payload.length;
        if (waiting.size() == 1) {
            notifyAll();
        }
    }

    /** Has a frame sent, with or without messages, so that the other side knows that there is nothing more. */
    synchronized void pulse() {
        pulse = true;
        notifyAll();
    }

    /** Forgets what waits: the other side is to begin anew. */
    synchronized void restart() {
        waiting.clear();
        waitingBytes = 0;
        next = 0;
        link = LINKS.incrementAndGet();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public void run() {
        try {
            for (byte[] frame = nextFrame(); frame.length > 0; frame = nextFrame()) {
                try {
                    transport.send(member, frame);
                } catch (RuntimeException failure) {
                    BusLog.LOG.notSent(member.toString(), failure);
                    TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS); // what is lost shows in the numbers
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to send; empty at the end. */
    private synchronized byte[] nextFrame() throws InterruptedException {
        while (waiting.isEmpty() && !pulse && !stopped) {
            wait(IDLE_MILLIS);
        }
        if (stopped) {
            return new byte[0];
        }
        pulse = false;
        List<Waiting> together = new ArrayList<>();
        int bytes = 0;
        for (Waiting message = waiting.peekFirst(); message != null; message = waiting.peekFirst()) {
            boolean follows = together.isEmpty()
                    || message.number() == together.get(together.size() - 1).number() + 1;
            if (!follows || (bytes > 0 && bytes + message.payload().length > FRAME_BYTES)) {
                break;
            }
            together.add(waiting.removeFirst());
            bytes += message.payload().length;
        }
        waitingBytes -= bytes;
        counts.sent(together.size());
        long first = together.isEmpty() ? next : together.get(0).number();
        return Frame.encode(new Peer(serverId, run, link), first, together);
    }
}
