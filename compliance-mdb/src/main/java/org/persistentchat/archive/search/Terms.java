package org.persistentchat.archive.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * What a record can be found by, as 64 bits of a hash each: the index holds no text. Two terms with the same number cost a look at records that do not fit,
 * and nothing else.
 */
final class Terms {

    private final MessageDigest digest;

    Terms() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    long person(String accountOrMail) {
        return term('p', Words.fold(accountOrMail));
    }

    long room(String idOrName) {
        return term('r', Words.fold(idOrName));
    }

    long category(String name) {
        return term('c', Words.fold(name));
    }

    long kind(String name) {
        return term('k', name);
    }

    long word(String folded) {
        return term('w', folded);
    }

    private long term(char what, String text) {
        digest.update((byte) what);
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Adds all that {@code record} can be found by. */
    void add(ComplianceRecord record, Collection<Long> terms) {
        people(record).forEach(person -> terms.add(term('p', person)));
        terms.add(room(record.room().id()));
        terms.add(room(record.room().name()));
        terms.add(category(record.room().category()));
        terms.add(kind(record.kind().name()));
        for (String text : texts(record)) {
            Words.of(text).forEach(word -> terms.add(word(word)));
        }
    }

    /** What names who did it, folded. */
    static Set<String> people(ComplianceRecord record) {
        Set<String> names = new HashSet<>();
        names.add(Words.fold(record.person().account()));
        if (record.person().email() != null) {
            names.add(Words.fold(record.person().email()));
        }
        return names;
    }

    /** The texts of a record in which words are looked for. */
    static List<String> texts(ComplianceRecord record) {
        return Stream.of(
                        present(record.content()),
                        present(record.message().title()),
                        present(record.message().previous()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String present(@Nullable String text) {
        return text == null ? "" : text;
    }
}
