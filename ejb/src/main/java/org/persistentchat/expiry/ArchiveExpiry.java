package org.persistentchat.expiry;

import java.util.List;
import java.util.function.Predicate;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * Removes what has expired from the archive, together with the proof of it. Every call fails with {@link org.persistentchat.export.ArchiveAwayException} while
 * the compliance database cannot be reached.
 */
public interface ArchiveExpiry {

    /** At most {@code limit} rooms that records name, behind one; empty names what belongs to no room, and begins. Each once, in one order. */
    List<String> rooms(String after, int limit);

    /** Looks at some records, in the order of time, without removing any. */
    Expired look(ExpiryOrder order, Predicate<ComplianceRecord> held);

    /** As {@link #look}, and removes in one transaction those that are not held; writes down under which rule. */
    Expired expire(ExpiryOrder order, Predicate<ComplianceRecord> held);
}
