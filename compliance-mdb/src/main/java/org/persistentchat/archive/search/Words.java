package org.persistentchat.archive.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.persistentchat.discovery.InvalidWordsException;

/**
 * How texts become words: runs of letters, marks and digits, in lower case and compatible form (NFKC). Letters of scripts that put no blanks between words
 * are a word each. The same for any database, whatever its collation.
 */
final class Words {

    private static final int MOST = 32;
    private static final int ASCII_END = 0x80;
    private static final int ALONE_BEGIN = 0xe00; // Thai

    private Words() {}

    /** The form in which names and words are compared. */
    static String fold(String text) {
        if (text.chars().allMatch(unit -> unit < ASCII_END)) { // nearly every name, and most of what is said
            return text.toLowerCase(Locale.ROOT);
        }
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    /** The words of a text, in their order. */
    static List<String> of(String text) {
        return ofFolded(fold(text));
    }

    /** The words of a text that is folded. */
    static List<String> ofFolded(String folded) {
        List<String> words = new ArrayList<>();
        int begin = -1;
        for (int at = 0; at < folded.length(); ) {
            int point = folded.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean alone = point >= ALONE_BEGIN && (Character.isIdeographic(point) || standsAlone(point));
            boolean inWord = !alone && isPart(point);
            if (begin >= 0 && !inWord) {
                words.add(folded.substring(begin, at));
                begin = -1;
            } else if (begin < 0 && inWord) {
                begin = at;
            }
            if (alone) {
                words.add(folded.substring(at, next));
            }
            at = next;
        }
        if (begin >= 0) {
            words.add(folded.substring(begin));
        }
        return words;
    }

    private static boolean isPart(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.OTHER_NUMBER;
    }

    private static boolean standsAlone(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(point);
            default -> false;
        };
    }

    /**
     * What was asked for: between blanks there is one thing, which may be several words that have to follow each other.
     *
     * @throws InvalidWordsException when there is nothing to look for in something, or too much
     */
    static List<List<String>> asked(String text) {
        List<List<String>> asked = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            List<String> words = of(part);
            if (words.isEmpty()) {
                throw new InvalidWordsException("need a letter or a digit each");
            }
            asked.add(words);
        }
        if (asked.size() > MOST) {
            throw new InvalidWordsException("are at most " + MOST);
        }
        return asked;
    }
}
