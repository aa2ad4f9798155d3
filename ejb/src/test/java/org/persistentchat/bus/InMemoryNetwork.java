package org.persistentchat.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Servers in one JVM, and a network between them that loses, repeats, delays and so reorders frames as its seed says. */
public final class InMemoryNetwork implements AutoCloseable {
    private static final int LONGEST_DELAY_MILLIS = 20;

    private final Map<Integer, End> ends = new ConcurrentHashMap<>();
    private final ScheduledExecutorService wires = Executors.newSingleThreadScheduledExecutor();
    private final Random random;
    private final double faults;
    private volatile boolean cut;

    /** A network without faults. */
    public InMemoryNetwork() {
        this(0, 0);
    }

    /** Each fault befalls this part of the frames. */
    public InMemoryNetwork(long seed, double faults) {
        this.random = new Random(seed);
        this.faults = faults;
    }

    private record Reached(int number) implements Transport.Member {}

    /** Nothing gets through any more, or again. */
    public void cut(boolean now) {
        cut = now;
    }

    Transport end(int number) {
        return new End(number);
    }

    private synchronized boolean happens() {
        return random.nextDouble() < faults;
    }

    private synchronized long delay() {
        return happens() ? random.nextInt(LONGEST_DELAY_MILLIS) : 0;
    }

    private void carry(int from, int to, byte[] frame) {
        int times = cut || happens() ? 0 : happens() ? 2 : 1;
        for (int time = 0; time < times; time++) {
            var unused = wires.schedule(() -> arrive(from, to, frame), delay(), TimeUnit.MILLISECONDS);
        }
    }

    private void arrive(int from, int to, byte[] frame) {
        End end = ends.get(to);
        if (end != null) {
            end.receive(from, frame);
        }
    }

    private void changed() {
        ends.values().forEach(End::tellMembers);
    }

    @Override
    public void close() {
        wires.shutdownNow();
    }

    private final class End implements Transport {
        private final int number;
        private volatile Receiver receiver = new Nobody();

        End(int number) {
            this.number = number;
        }

        @Override
        public void start(Receiver starting) {
            receiver = starting;
            ends.put(number, this);
            changed();
        }

        @Override
        public void send(Member to, byte[] frame) {
            carry(number, ((Reached) to).number(), frame);
        }

        @Override
        public void stop() {
            ends.remove(number);
            changed();
        }

        void receive(int from, byte[] frame) {
            receiver.received(new Reached(from), frame);
        }

        void tellMembers() {
            List<Member> others = new ArrayList<>();
            ends.keySet().stream().filter(other -> other != number).forEach(other -> others.add(new Reached(other)));
            receiver.members(others);
        }
    }

    private static final class Nobody implements Transport.Receiver {
        @Override
        public void members(List<Transport.Member> others) {}

        @Override
        public void received(Transport.Member from, byte[] frame) {}
    }
}
