package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What the network between servers of this machine does to their packets: nftables rules, in a table of their own, for the ports given. Needs root and the
 * program {@code nft}.
 */
public final class Firewall implements AutoCloseable {
    private static final String TABLE =
            "inet persistent_chat_test_" + ProcessHandle.current().pid();
    private static final int SECONDS = 10;

    private Firewall() {}

    /** Whether this machine lets the test have one. */
    public static boolean isPossible() {
        try {
            dropping(List.of(1), 100).close();
            return true;
        } catch (IllegalStateException | UncheckedIOException notHere) {
            return false;
        }
    }

    /** Drops {@code percent} of all packets from and to these ports, those of open connections too, until it is closed. */
    public static Firewall dropping(List<Integer> ports, int percent) {
        String set = ports.stream().map(String::valueOf).collect(Collectors.joining(", ", "{ ", " }"));
        String some = percent >= 100 ? "drop" : "numgen random mod 100 < " + percent + " drop";
        nft("""
                table %1$s {
                  chain in {
                    type filter hook input priority 0
                    iifname "lo" tcp dport %2$s %3$s
                    iifname "lo" tcp sport %2$s %3$s
                  }
                }
                """.formatted(TABLE, set, some));
        return new Firewall();
    }

    @Override
    public void close() {
        nft("delete table " + TABLE + "\n");
    }

    private static void nft(String rules) {
        try {
            Process nft = new ProcessBuilder("nft", "-f", "-")
                    .redirectErrorStream(true)
                    .start();
            nft.getOutputStream().write(rules.getBytes(StandardCharsets.UTF_8));
            nft.getOutputStream().close();
            String said = new String(nft.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!nft.waitFor(SECONDS, TimeUnit.SECONDS) || nft.exitValue() != 0) {
                throw new IllegalStateException("nft: " + said);
            }
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
