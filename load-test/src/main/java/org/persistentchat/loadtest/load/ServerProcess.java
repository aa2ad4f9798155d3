package org.persistentchat.loadtest.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of this machine, looked at from outside through {@code /proc}; the heap by {@code jcmd} where it is installed. Numbers that cannot be had are empty. */
public final class ServerProcess {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HISTOGRAM_TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final long BYTES_PER_KIB = 1024;

    private final long pid;

    public ServerProcess(long pid) {
        this.pid = pid;
    }

    public long pid() {
        return pid;
    }

    /** CPU seconds, user and system, since the process began. */
    public double cpuSeconds() {
        return read(Path.of("/proc/" + pid + "/stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                .map(fields -> (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]))
                        / TICKS_PER_SECOND)
                .orElse(0.0);
    }

    /** Resident memory in KiB. */
    public OptionalLong residentKib() {
        Matcher matcher =
                RESIDENT.matcher(read(Path.of("/proc/" + pid + "/status")).orElse(""));
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** Live heap in KiB after a full collection, which this causes. */
    public OptionalLong liveHeapKib() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return OptionalLong.empty();
        }
        try {
            Process process = new ProcessBuilder(List.of(jcmd.toString(), Long.toString(pid), "GC.class_histogram"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = HISTOGRAM_TOTAL.matcher(histogram);
            return total.find()
                    ? OptionalLong.of(Long.parseLong(total.group(1)) / BYTES_PER_KIB)
                    : OptionalLong.empty();
        } catch (IOException unavailable) {
            return OptionalLong.empty();
        }
    }

    /** The process that listens on a TCP port of this machine, if it is one that this user may look at. */
    public static Optional<ServerProcess> listeningOn(int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : read(Path.of(table)).orElse("").split("\n", -1)) {
                String[] fields = line.strip().split("\\s+", -1);
                // local address, state LISTEN, inode
                if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals("0A")) {
                    Optional<ServerProcess> owner = owner("socket:[" + fields[9] + "]");
                    if (owner.isPresent()) {
                        return owner;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ServerProcess> owner(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(candidate -> holds(candidate, socket))
                .map(ServerProcess::new)
                .findFirst();
    }

    private static boolean holds(long candidate, String socket) {
        try (var descriptors = Files.list(Path.of("/proc/" + candidate + "/fd"))) {
            return descriptors.anyMatch(descriptor -> linksTo(descriptor, socket));
        } catch (IOException foreign) {
            return false;
        }
    }

    private static boolean linksTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<String> read(Path path) {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            StringBuilder text = new StringBuilder();
            reader.lines().forEach(line -> text.append(line).append('\n'));
            return Optional.of(text.toString());
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
