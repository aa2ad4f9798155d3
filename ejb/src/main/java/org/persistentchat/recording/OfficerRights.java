package org.persistentchat.recording;

import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** What is for compliance officers: the one place that says who they are. */
public final class OfficerRights {

    private OfficerRights() {}

    /** Refuses whoever is no compliance officer. */
    public static void check(Person by) {
        if (!by.is(Role.COMPLIANCE_OFFICER)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only compliance officers may do this.");
        }
    }
}
