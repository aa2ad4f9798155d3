package org.persistentchat.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.persistentchat.audit.AuditLog;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.hold.HoldCriteria;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;
import org.persistentchat.wording.WordMatch;

/** What a hold is of, as a request says it. */
@ApplicationScoped
class HoldBody {
    private static final int MOST = 1_000;

    @Inject
    RoomDirectory rooms;

    @Inject
    PersonDirectory people;

    @Inject
    AuditLog audit;

    HoldCriteria criteria(Body body) {
        String words = body.text("words", "");
        if (words.length() > HoldCalls.LONG) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD,
                    "\"words\" has at most " + HoldCalls.LONG + " characters.",
                    HoldCalls.LONG);
        }
        HoldCriteria criteria = new HoldCriteria(
                named(body),
                accounts(body),
                WordMatch.of(words, body.constant("match", WordMatch.Mode.ANY), body.flag("matchCase", false)),
                QueryValues.time("from", body.optionalText("from")),
                QueryValues.time("until", body.optionalText("until")));
        if (criteria.isOfEverything() != body.flag("everything", false)) {
            throw Body.invalid(
                    "everything",
                    "must be true of a hold without \"rooms\", \"people\", \"words\", \"from\" and \"until\", and of no other");
        }
        if (criteria.from().isPresent()
                && criteria.until().isPresent()
                && !criteria.from().get().isBefore(criteria.until().get())) {
            throw Body.invalid("until", "must be after \"from\"");
        }
        return criteria;
    }

    private Map<Long, String> named(Body body) {
        Map<Long, String> named = new HashMap<>();
        for (String text : some(body, "rooms")) {
            RoomId id = RoomId.parse(text).orElseThrow(RoomRights::notFound);
            named.put(id.value(), name(id));
        }
        return named;
    }

    /** A room that was deleted has records to be kept: its name is the last that it had. */
    private String name(RoomId id) {
        return rooms.find(id)
                .map(Room::name)
                .or(() -> audit.lastName("room", id.value()))
                .orElseThrow(RoomRights::notFound);
    }

    private Map<Long, String> accounts(Body body) {
        Map<Long, String> accounts = new HashMap<>();
        for (String account : some(body, "people")) {
            Person person = people.byAccount(account)
                    .orElseThrow(
                            () -> new ChatException(ErrorCode.PERSON_NOT_FOUND, "Nobody is known as " + account + "."));
            accounts.put(person.id().value(), person.account());
        }
        return accounts;
    }

    private static List<String> some(Body body, String name) {
        List<String> some = body.texts(name, List.of());
        if (some.size() > MOST) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "\"" + name + "\" has at most " + MOST + " items.", MOST);
        }
        return some;
    }
}
