package org.persistentchat.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    public MessageFilter {
        words = List.copyOf(words);
        authors = Set.copyOf(authors);
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
