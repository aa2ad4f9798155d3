package org.persistentchat.loadtest.progress;

/** Hears how a long work goes on; called by several threads. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {
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
