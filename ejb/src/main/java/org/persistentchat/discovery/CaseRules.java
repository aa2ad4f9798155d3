package org.persistentchat.discovery;

import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What cases may be. */
final class CaseRules {

    /** Records of a case, so that a package can be made of it in one go. */
    static final int MOST_RECORDS = 100_000;

    /** Searches that are saved with a case. */
    static final int MOST_SEARCHES = 100;

    /** Members of a case. */
    static final int MOST_MEMBERS = 100;

    private static final int NAME = 256;
    private static final int DESCRIPTION = 2_000;

    private CaseRules() {}

    static void checkName(String name) {
        boolean control = name.codePoints().anyMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > NAME || control || !name.equals(name.strip())) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    "A name has 1 to " + NAME + " characters, none a control character, no blank at either end.",
                    NAME);
        }
    }

    static void checkDescription(String description) {
        if (description.length() > DESCRIPTION) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    "The description of a case has at most " + DESCRIPTION + " characters.",
                    DESCRIPTION);
        }
    }

    static ChatException notFound() {
        return new ChatException(ErrorCode.CASE_NOT_FOUND, "There is no such case, or you are no member of it.");
    }

    static ChatException closed() {
        return new ChatException(ErrorCode.CASE_CLOSED, "The case is closed: open it to change what belongs to it.");
    }

    static ChatException stale() {
        return new ChatException(
                ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime: read it again, then change it.");
    }

    static ChatException tooLarge(String what, int most) {
        return ChatException.overLimit(ErrorCode.CASE_FULL, "A case has at most " + most + " " + what + ".", most);
    }
}
