package org.persistentchat.compliance.adapter;

import java.io.IOException;
import java.io.OutputStream;

/** The files of one slice in the adapter's output directory. */
public interface OutputFiles {

    /**
     * A new file; to be closed before the export ends. It gets its name when the whole slice is written and on the disk.
     *
     * @param name as it will be: must be unique in the directory, so it contains the name of the slice; letters, digits, points, hyphens and underscores
     * @throws IllegalArgumentException for another name, or one that this slice has already
     */
    OutputStream create(String name) throws IOException;
}
