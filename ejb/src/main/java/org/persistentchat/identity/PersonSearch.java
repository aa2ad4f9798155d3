package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.id.OpaqueId;

/** Finds people by how their account or a word of their name begins, whoever asks. */
@ApplicationScoped
public class PersonSearch {
    @Inject
    PersonWords words;

    @Inject
    PersonDirectory people;

    /**
     * Somebody who was found.
     *
     * @param place where a search goes on after them
     */
    public record Hit(Person person, String place) {}

    /**
     * What was looked through.
     *
     * @param next where the search goes on; absent if it is at its end
     */
    public record Portion(List<Hit> hits, Optional<String> next) {}

    /**
     * Looks through at most {@code size} rows after {@code after}. Everybody is hit once in all portions.
     *
     * @param name beginnings of words, in any case of their letters; blank: everybody, by account
     */
    public Portion find(String name, String after, int size) {
        try {
            String folded =
                    FoldedName.of(name).strip(); // of which nothing may be left: it makes blanks of other spaces
            return folded.isEmpty() ? everybody(after, size) : named(List.of(folded.split("\\s+")), after, size);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private Portion everybody(String after, int size) throws SQLException {
        List<Long> ids = words.byAccount(after, size);
        List<Hit> hits = new ArrayList<>();
        Map<PersonId, Person> known =
                people.byIds(ids.stream().map(PersonId::new).toList());
        for (long id : ids) {
            @Nullable Person person = known.get(new PersonId(id));
            if (person != null) {
                hits.add(new Hit(person, FoldedName.of(person.account())));
            }
        }
        boolean more = ids.size() == size && !hits.isEmpty();
        return new Portion(hits, more ? Optional.of(hits.get(hits.size() - 1).place()) : Optional.empty());
    }

    private Portion named(List<String> wanted, String after, int size) throws SQLException {
        String longest =
                wanted.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        byte[] prefix = PersonWords.stored(longest);
        List<PersonWords.Row> rows = words.page(prefix, place(after), size);
        Map<PersonId, Person> known = people.byIds(
                rows.stream().map(row -> new PersonId(row.person())).toList());
        List<Hit> hits = new ArrayList<>();
        for (PersonWords.Row row : rows) {
            @Nullable Person person = known.get(new PersonId(row.person()));
            if (person != null && isFirst(row, person, longest) && hasAll(person, wanted)) {
                hits.add(new Hit(person, text(row)));
            }
        }
        return new Portion(hits, rows.size() == size ? Optional.of(text(rows.get(size - 1))) : Optional.empty());
    }

    /** Whether the row is that of the person's first word that is wanted: the others would give the person again. */
    private static boolean isFirst(PersonWords.Row row, Person person, String wanted) {
        return PersonWords.of(person.account(), person.name()).stream()
                .filter(word -> word.startsWith(wanted))
                .map(PersonWords::stored)
                .min(Arrays::compareUnsigned)
                .filter(first -> HexFormat.of().formatHex(first).equals(row.word()))
                .isPresent();
    }

    private static boolean hasAll(Person person, List<String> wanted) {
        var words = PersonWords.of(person.account(), person.name());
        return wanted.stream().allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    private static String text(PersonWords.Row row) {
        return row.word() + "." + OpaqueId.encode(row.person());
    }

    private static PersonWords.Row place(String text) {
        int point = text.indexOf('.');
        if (point > 0) {
            OptionalLong person = OpaqueId.decode(text.substring(point + 1));
            String word = text.substring(0, point);
            if (person.isPresent() && word.matches("([0-9a-f]{2}){1,120}")) {
                return new PersonWords.Row(word, person.getAsLong());
            }
        }
        if (!text.isEmpty()) {
            throw new ChatException(ErrorCode.INVALID_FIELD, "\"after\" is no \"next\" of an earlier page.");
        }
        return new PersonWords.Row("", -1);
    }
}
