package org.persistentchat.room;

import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;

/** What names and descriptions may be. */
final class NameRules {
    private static final int LENGTH = 256;

    private NameRules() {}

    static void checkName(String name) {
        if (name.isBlank() || !fits(name) || hasControl(name) || !name.equals(name.strip())) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    "A name has 1 to " + LENGTH + " characters, none a control character, no blank at either end.",
                    LENGTH);
        }
    }

    static void checkDescription(String description) {
        if (description.length() > LENGTH || hasControl(description)) {
            throw ChatException.overLimit(
                    ErrorCode.NAME_INVALID,
                    "A description has at most " + LENGTH + " characters, none a control character.",
                    LENGTH);
        }
    }

    /** The folded form has a column of the same length. */
    private static boolean fits(String name) {
        return name.length() <= LENGTH && FoldedName.of(name).length() <= LENGTH;
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
