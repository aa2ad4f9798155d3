package org.persistentchat.identity;

import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;

/** What is refused of people whatever the database says. */
final class PersonRules {
    private static final int ACCOUNT_LENGTH = 255;
    private static final int NAME_LENGTH = 256;
    private static final int EMAIL_LENGTH = 320;

    private PersonRules() {}

    static void check(NewPerson person) {
        checkName("account", person.account(), ACCOUNT_LENGTH);
        checkName("name", person.name(), NAME_LENGTH);
        if (person.email() != null) {
            checkName("email", person.email(), EMAIL_LENGTH);
        }
    }

    static void check(PersonChange change) {
        if (change.name() != null) {
            checkName("name", change.name(), NAME_LENGTH);
        }
        if (change.email() != null) {
            checkName("email", change.email(), EMAIL_LENGTH);
        }
    }

    private static void checkName(String member, String value, int length) {
        boolean clean = value.codePoints().noneMatch(Character::isISOControl);
        if (value.isBlank() || !fits(value, length) || !clean || !value.equals(value.strip())) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    member + " has 1 to " + length + " characters, none a control character, no blank at either end.",
                    length);
        }
    }

    /** The folded form has a column of the same length. */
    private static boolean fits(String value, int length) {
        return value.length() <= length && FoldedName.of(value).length() <= length;
    }

    /** Refuses what only administrators change, and what not even they do. */
    static void checkMayChange(Person by, PersonDetails target, PersonChange wanted) {
        boolean self = by.id().equals(target.person().id());
        if (!by.is(Role.ADMINISTRATOR) && !(self && wanted.isOfPasswordOnly())) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators change people.");
        }
        if (target.source() != Source.LOCAL && wanted.isOfDirectory()) {
            throw new ChatException(
                    ErrorCode.DIRECTORY_OWNED,
                    "The person belongs to the outer directory, which decides over name, email, active and password.");
        }
        if (self && wanted.password() != null && wanted.oldPassword() == null) {
            throw new ChatException(
                    ErrorCode.INVALID_FIELD, "\"oldPassword\" must be given for a password of one's own.");
        }
    }
}
