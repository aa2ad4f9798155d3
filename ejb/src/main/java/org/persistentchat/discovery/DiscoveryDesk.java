package org.persistentchat.discovery;

import java.util.Collection;
import java.util.List;
import org.persistentchat.export.ArchiveAwayException;

/** Search, as the archive does it. Called outside of transactions. */
public interface DiscoveryDesk {

    /**
     * Looks on behind a position, with bounded work: what cannot be looked at in that is left for the next page.
     *
     * @param limit most records
     * @throws InvalidWordsException when the words cannot be looked for
     * @throws ArchiveAwayException when the compliance database cannot be reached
     */
    FoundRecords search(ArchiveQuery query, long after, int limit);

    /**
     * The records at these positions, in the order of the archive; what is not there is left out.
     *
     * @throws ArchiveAwayException when the compliance database cannot be reached
     */
    List<FoundRecord> read(Collection<Long> positions);

    /**
     * Makes a sealed package of the records at these positions, which are sorted.
     *
     * @throws ArchiveAwayException when the compliance database cannot be reached, or there is no room for the package
     */
    SealedPackage seal(PackageOrder order, List<Long> positions);
}
