package org.persistentchat.wording;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that are looked for in texts. No words are in every text. */
public final class WordMatch {
    /** Of letters that stand in words; those of scripts that do not part words are none of them. */
    private static final String LETTER = "[\\p{L}\\p{N}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String words;
    private final Mode mode;
    private final boolean matchCase;
    private final List<Pattern> patterns;

    private WordMatch(String words, Mode mode, boolean matchCase) {
        this.words = words;
        this.mode = mode;
        this.matchCase = matchCase;
        this.patterns = patterns(words, mode, matchCase);
    }

    /** How words are looked for. */
    public enum Mode {
        ANY,
        ALL,
        EXACT
    }

    public static WordMatch of(String words, Mode mode, boolean matchCase) {
        return new WordMatch(words, mode, matchCase);
    }

    /** What to look for: the words of {@code text}, or all of it as a phrase. */
    public static List<Pattern> patterns(String text, Mode mode, boolean matchCase) {
        if (text.isBlank()) {
            return List.of();
        }
        Stream<String> parts = mode == Mode.EXACT ? Stream.of(text.strip()) : BLANKS.splitAsStream(text.strip());
        int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return parts.map(word -> Pattern.compile(bounded(word), flags)).toList();
    }

    /** Words are found as words: "art" is not in "party". */
    private static String bounded(String word) {
        boolean begins = word.substring(0, word.offsetByCodePoints(0, 1)).matches(LETTER);
        boolean ends =
                word.substring(word.offsetByCodePoints(word.length(), -1)).matches(LETTER);
        return (begins ? "(?<!" + LETTER + ")" : "") + Pattern.quote(word) + (ends ? "(?!" + LETTER + ")" : "");
    }

    /** Whether they are in {@code text}. */
    public boolean matches(CharSequence text) {
        return patterns.isEmpty()
                || (mode == Mode.ALL
                        ? patterns.stream().allMatch(word -> word.matcher(text).find())
                        : patterns.stream().anyMatch(word -> word.matcher(text).find()));
    }

    public String words() {
        return words;
    }

    public Mode mode() {
        return mode;
    }

    public boolean matchCase() {
        return matchCase;
    }
}
