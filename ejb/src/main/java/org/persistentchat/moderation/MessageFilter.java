package org.persistentchat.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.persistentchat.identity.PersonId;

/**
 * Which messages are meant. Criteria that are empty mean all.
 *
 * @param words what is looked for, none for any text
 * @param all whether all of the words must be there, or one is enough
 * @param from messages of this time and later
 * @param until messages before this time
 */
public record MessageFilter(
        List<Pattern> words, boolean all, Set<PersonId> authors, Optional<Instant> from, Optional<Instant> until) {

    /** Of letters that stand in words; those of scripts that do not part words are none of them. */
    private static final String LETTER = "[\\p{L}\\p{N}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public MessageFilter {
        words = List.copyOf(words);
        authors = Set.copyOf(authors);
    }

    /** How words are looked for. */
    public enum Mode {
        ANY,
        ALL,
        EXACT
    }

    /** What to look for: the words of {@code text}, or all of it as a phrase. */
    public static List<Pattern> patterns(String text, Mode mode, boolean matchCase) {
        if (text.isBlank()) {
            return List.of();
        }
        Stream<String> words = mode == Mode.EXACT ? Stream.of(text.strip()) : BLANKS.splitAsStream(text.strip());
        int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return words.map(word -> Pattern.compile(bounded(word), flags)).toList();
    }

    /** Words are found as words: "art" is not in "party". */
    private static String bounded(String word) {
        boolean begins = word.substring(0, word.offsetByCodePoints(0, 1)).matches(LETTER);
        boolean ends =
                word.substring(word.offsetByCodePoints(word.length(), -1)).matches(LETTER);
        return (begins ? "(?<!" + LETTER + ")" : "") + Pattern.quote(word) + (ends ? "(?!" + LETTER + ")" : "");
    }

    boolean matches(PersonId author, Instant at) {
        return (authors.isEmpty() || authors.contains(author))
                && from.map(first -> !at.isBefore(first)).orElse(true)
                && until.map(end -> at.isBefore(end)).orElse(true);
    }

    boolean matches(String text) {
        return words.isEmpty()
                || (all
                        ? words.stream().allMatch(word -> word.matcher(text).find())
                        : words.stream().anyMatch(word -> word.matcher(text).find()));
    }

    /** {@code text} with what was looked for replaced. */
    String replaced(String text, String replacement) {
        String result = text;
        for (Pattern word : words) {
            result = word.matcher(result).replaceAll(Matcher.quoteReplacement(replacement));
        }
        return result;
    }
}
