package org.persistentchat.loadtest;

import java.io.PrintStream;
import java.util.Locale;
import org.persistentchat.loadtest.progress.Progress;

/** Shows progress: a bar on a terminal, a line every five seconds elsewhere. */
final class ConsoleProgress implements Progress {
    private static final long BAR_EVERY_NANOS = 200_000_000L;
    private static final long LINE_EVERY_NANOS = 5_000_000_000L;
    private static final int BAR_WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String phase = "";
    private long total;
    private long done;
    private long started;
    private long shown;

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether standard output and input are a terminal. From Java 22 on there is always a console: then a dumb one costs some lines. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean onTerminal() {
        return System.console() != null;
    }

    @Override
    public synchronized void phase(String name, long steps) {
        finish();
        phase = name;
        total = steps;
        done = 0;
        started = System.nanoTime();
        shown = started;
        if (steps == 0) {
            out.println(name);
        }
    }

    @Override
    public synchronized void step() {
        done++;
        long now = System.nanoTime();
        if (now - shown >= (terminal ? BAR_EVERY_NANOS : LINE_EVERY_NANOS)) {
            shown = now;
            show(now);
        }
    }

    /** Completes the bar. */
    synchronized void finish() {
        if (total > 0) {
            show(System.nanoTime());
            if (terminal) {
                out.println();
            }
            total = 0;
        }
    }

    private void show(long now) {
        double seconds = Math.max(0.001, (now - started) / 1e9);
        double rate = done / seconds;
        long remaining = rate <= 0 ? 0 : (long) ((total - done) / rate);
        String text = String.format(
                Locale.ROOT,
                "%s %d of %d (%d %%), %.0f/s, %d:%02d left",
                phase,
                done,
                total,
                done * 100 / total,
                rate,
                remaining / 60,
                remaining % 60);
        if (terminal) {
            int filled = (int) (done * BAR_WIDTH / total);
            out.print("\r[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] " + text + "    ");
            out.flush();
        } else {
            out.println(text);
        }
    }
}
