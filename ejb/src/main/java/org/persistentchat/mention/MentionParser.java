package org.persistentchat.mention;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.persistentchat.id.FoldedName;

/**
 * Finds what may be mentions: an at sign that does not follow a word, and the longest run of letters, digits and {@code . _ - + @ \} after
 * it. Marks at the end of the run belong to the sentence unless an account has them. Code is not looked into.
 */
final class MentionParser {
    private static final int MOST_CANDIDATES = 200;
    private static final Pattern CODE = Pattern.compile("```.*?(?:```|\\z)|`[^`\\n]*`", Pattern.DOTALL);
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}._+@\\\\-])@([\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}._+@\\\\-]{0,254})");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[._+@\\\\-]+\\z");

    private MentionParser() {}

    /** Folded names that may be accounts, in the order of the text, a longer one before what is left of it. */
    static Set<String> candidates(String text) {
        Set<String> candidates = new LinkedHashSet<>();
        if (text.indexOf('@') < 0) {
            return candidates;
        }
        Matcher found = MENTION.matcher(CODE.matcher(text).replaceAll(" "));
        while (found.find() && candidates.size() < MOST_CANDIDATES) {
            String name = found.group(1);
            candidates.add(FoldedName.of(name));
            candidates.add(FoldedName.of(END_OF_SENTENCE.matcher(name).replaceFirst("")));
        }
        return candidates;
    }
}
