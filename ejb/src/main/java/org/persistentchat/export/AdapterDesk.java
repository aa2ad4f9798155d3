package org.persistentchat.export;

import java.util.List;

/** The adapters, as the archive keeps them. */
public interface AdapterDesk {

    /**
     * All that are configured, by name.
     *
     * @throws ArchiveAwayException when the compliance database cannot be reached
     */
    List<AdapterStatus> list();

    /**
     * Has one of the servers run an adapter within seconds, up to the newest record.
     *
     * @throws ArchiveAwayException when the compliance database cannot be reached
     */
    void request(String name);
}
