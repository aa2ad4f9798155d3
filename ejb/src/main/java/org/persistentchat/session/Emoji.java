package org.persistentchat.session;

import java.util.regex.Pattern;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What may be a reaction: one emoji, however many code points it is made of. */
final class Emoji {
    private static final int LONGEST = 32;
    private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");
    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    private Emoji() {}

    static void check(String emoji) {
        boolean one = emoji.length() <= LONGEST && ONE_CHARACTER.matcher(emoji).matches();
        if (!one || emoji.codePoints().noneMatch(Emoji::isPicture)) {
            throw new ChatException(ErrorCode.EMOJI_INVALID, "A reaction is one emoji.");
        }
    }

    private static boolean isPicture(int codePoint) {
        return codePoint == EMOJI_PRESENTATION
                || codePoint == KEYCAP
                || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }
}
