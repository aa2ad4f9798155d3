package org.persistentchat.principal;

import java.util.Set;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.identity.Source;

/** What is refused of groups whatever the database says. */
final class GroupRules {
    static final int NAME_LENGTH = 256;
    static final int MEMBERS_AT_ONCE = 10_000;

    private static final String EVERYONE = "everyone";

    private GroupRules() {}

    static void checkAdministrator(Person by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators administer groups.");
        }
    }

    static void checkName(GroupKind kind, String name) {
        boolean clean = name.codePoints().noneMatch(Character::isISOControl);
        boolean fits = name.length() <= NAME_LENGTH && FoldedName.of(name).length() <= NAME_LENGTH;
        if (name.isBlank() || !fits || !clean || !name.equals(name.strip())) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    "A name has 1 to " + NAME_LENGTH + " characters, none a control character, no blank at either end.",
                    NAME_LENGTH);
        }
        if (kind == GroupKind.GROUP && FoldedName.of(name).equals(EVERYONE)) {
            throw new ChatException(ErrorCode.GROUP_NAME_TAKEN, "The group of everyone is built in.");
        }
    }

    static void checkDescription(String description) {
        if (description.length() > NAME_LENGTH) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "A description has at most " + NAME_LENGTH + " characters.", NAME_LENGTH);
        }
    }

    static void checkAmount(int members) {
        if (members > MEMBERS_AT_ONCE) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "At most " + MEMBERS_AT_ONCE + " members at once.", MEMBERS_AT_ONCE);
        }
    }

    /** Refuses with {@link ErrorCode#DIRECTORY_OWNED} what only the directory may change. */
    static void checkLocal(GroupDetails group) {
        if (group.source() != Source.LOCAL) {
            throw ownedOutside();
        }
    }

    static ChatException ownedOutside() {
        return new ChatException(
                ErrorCode.DIRECTORY_OWNED, "The group belongs to the outer directory: change it there.");
    }

    /** Refuses with {@link ErrorCode#GROUP_CYCLE} to put one of {@code above} into the group below them. */
    static void checkCycle(Set<Long> above, PrincipalSet members) {
        if (members.ids().anyMatch(above::contains)) {
            throw new ChatException(
                    ErrorCode.GROUP_CYCLE, "A group cannot contain itself, nor a group that it lies in.");
        }
    }

    static ChatException notFound() {
        return new ChatException(ErrorCode.GROUP_NOT_FOUND, "There is no such group.");
    }

    static ChatException stale() {
        return new ChatException(
                ErrorCode.PRECONDITION_FAILED, "The group was changed in the meantime: read it again, then change it.");
    }

    static ChatException taken() {
        return new ChatException(ErrorCode.GROUP_NAME_TAKEN, "Another group of the kind has the name.");
    }
}
