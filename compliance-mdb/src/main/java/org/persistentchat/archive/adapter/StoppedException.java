package org.persistentchat.archive.adapter;

import java.io.IOException;

/** This server stops; what it was doing is gone on with by the next one, or after the next start. */
final class StoppedException extends IOException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("The server stops");
    }
}
