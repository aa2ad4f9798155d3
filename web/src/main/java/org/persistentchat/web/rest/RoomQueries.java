package org.persistentchat.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.PrincipalNames;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.InvitationPolicy;
import org.persistentchat.room.Privacy;
import org.persistentchat.room.RoomQuery;
import org.persistentchat.room.RoomType;

/** Which rooms the query parameters of {@code GET /rooms} ask for. */
@ApplicationScoped
public class RoomQueries {
    private static final String SELF = "me";
    private static final int DIGITS = 18;

    @Inject
    PrincipalNames names;

    @Inject
    Subjects subjects;

    RoomQuery query(Person person, MultivaluedMap<String, String> wanted) {
        boolean everywhere = optional(wanted, "scope").map(RoomQueries::all).isPresent();
        return new RoomQuery(
                optional(wanted, "name").orElse(""),
                optional(wanted, "descriptions").map(RoomQueries::flag).orElse(false),
                optional(wanted, "category").map(RoomBody::category),
                optional(wanted, "addIn").map(RoomBody::addIn),
                optional(wanted, "privacy").map(text -> Body.constant("privacy", text, Privacy.class)),
                optional(wanted, "type").map(text -> Body.constant("type", text, RoomType.class)),
                optional(wanted, "invitations").map(text -> Body.constant("invitations", text, InvitationPolicy.class)),
                optional(wanted, "member").map(text -> principals(person, text)),
                optional(wanted, "manager").map(text -> principals(person, text)),
                optional(wanted, "disabled").map(RoomQueries::flag),
                optional(wanted, "eventsExceed").map(RoomQueries::events),
                everywhere);
    }

    /** Oneself with all groups that one belongs to; or, for administrators, the one principal that is named. */
    private PrincipalSet principals(Person person, String text) {
        if (text.equals(SELF)) {
            return PrincipalSet.ofIds(subjects.of(person).memberships().ids().toArray());
        }
        if (!subjects.of(person).is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators ask where others are members.");
        }
        return names.resolve(List.of(text));
    }

    private static Optional<String> optional(MultivaluedMap<String, String> wanted, String name) {
        return Optional.ofNullable(wanted.getFirst(name));
    }

    private static boolean all(String scope) {
        if (!scope.equals("all")) {
            throw Body.invalid("scope", "can only be \"all\"");
        }
        return true;
    }

    private static long events(String text) {
        boolean number = !text.isEmpty()
                && text.length() <= DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!number) {
            throw Body.invalid("eventsExceed", "must be an integer from 0");
        }
        return Long.parseLong(text);
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw Body.invalid("disabled", "must be true or false");
        }
        return text.equals("true");
    }
}
