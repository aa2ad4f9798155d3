package org.persistentchat.compliance.adapter;

import java.io.IOException;

/**
 * Turns slices of the archive into files. One instance serves one configured adapter of one server; it is called by one thread at a time, and of all servers
 * of a pool only one runs an adapter at a time.
 */
public interface ComplianceAdapter {

    /** The name by which the configuration chooses this kind of adapter, such as {@code xml}. */
    String type();

    /**
     * Looks at the options before the first slice.
     *
     * @throws IllegalArgumentException when an option cannot be used; its message is shown to compliance officers
     */
    default void check(AdapterOptions options) {}

    /**
     * Writes all of {@code slice}. What it writes must depend on the slice and the options alone: after a crash the same slice is written again, and files of
     * the same name have to be the same. No file is seen in the output directory before this method has returned; then all are.
     *
     * @throws IOException when it cannot: nothing of the slice is seen, and it is tried again at the next run
     */
    void export(Slice slice, AdapterOptions options, OutputFiles files) throws IOException;
}
