package org.persistentchat.loadtest.load;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The processes that are measured, all together: a server, or the servers of a pool on this machine. What cannot be known counts as 0. */
public record ServerProcesses(List<ServerProcess> each) {

    public ServerProcesses {
        each = List.copyOf(each);
    }

    /** Those with these numbers. */
    public static ServerProcesses of(Stream<Long> pids) {
        return new ServerProcesses(pids.map(ServerProcess::new).toList());
    }

    /** Those that listen on ports of this machine, as far as this user may look at them. */
    public static ServerProcesses listeningOn(Stream<Integer> ports) {
        return new ServerProcesses(
                ports.map(ServerProcess::listeningOn).flatMap(Optional::stream).toList());
    }

    /** CPU seconds, user and system, since each began. */
    public double cpuSeconds() {
        return sum(ServerProcess::cpuSeconds);
    }

    /** Resident memory in KiB. */
    public long residentKib() {
        return (long) sum(process -> process.residentKib().orElse(0));
    }

    /** Live heap in KiB after full collections, which this causes. */
    public long liveHeapKib() {
        return (long) sum(process -> process.liveHeapKib().orElse(0));
    }

    private double sum(ToDoubleFunction<ServerProcess> figure) {
        return each.stream().mapToDouble(figure).sum();
    }
}
