package org.persistentchat.discovery;

import java.util.List;

/**
 * A page of what was found, in the order of the archive. It may be empty although there is more.
 *
 * @param items what was found
 * @param lookedThrough up to this position all was looked at: the next page goes on behind it
 * @param archived newest position of the archive; there is a next page if this is greater
 */
public record FoundRecords(List<FoundRecord> items, long lookedThrough, long archived) {

    public FoundRecords {
        items = List.copyOf(items);
    }

    /** Whether there is a next page. */
    public boolean hasMore() {
        return lookedThrough < archived;
    }
}
