package org.persistentchat.principal;

import java.util.Collection;
import java.util.List;
import org.persistentchat.identity.Person;

/** Something that names principals in lists of its own, and is asked before one of them is deleted. Called in a transaction. */
public interface PrincipalUses {

    /** Where one of {@code principals} is named to be kept out, for people to read; empty if nowhere. */
    List<String> denying(Collection<Long> principals);

    /**
     * Removes all of {@code principals} from every list, and records what that changes, for the memory of all servers and for compliance. Returns where they were,
     * for people to read.
     */
    List<String> forget(Person by, Collection<Long> principals);
}
