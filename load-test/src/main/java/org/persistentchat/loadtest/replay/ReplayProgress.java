package org.persistentchat.loadtest.replay;

/** Hears how a replay goes on; called by several threads. */
public interface ReplayProgress {
    /** Says nothing. */
    ReplayProgress SILENT = new ReplayProgress() {
        @Override
        public void phase(String name, long total) {
            // silent by design
        }

        @Override
        public void step() {
            // silent by design
        }
    };

    /** A part begins that has {@code total} steps; 0 if that is not known. */
    void phase(String name, long total);

    /** One step is done. */
    void step();
}
