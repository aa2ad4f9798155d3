package org.persistentchat.discovery;

import java.util.List;

/**
 * Records of a case.
 *
 * @param items in the order of the archive; a record that was erased from the archive since is not among them
 * @param last position to go on behind
 * @param hasMore whether there is a next page
 */
public record CasePage(List<FoundRecord> items, long last, boolean hasMore) {

    public CasePage {
        items = List.copyOf(items);
    }
}
