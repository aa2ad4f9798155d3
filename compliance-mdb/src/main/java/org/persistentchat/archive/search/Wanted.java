package org.persistentchat.archive.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.discovery.ArchiveQuery;

/** A query made ready: which records fit, and by which terms blocks are found that may have them. */
final class Wanted {

    private static final int WORDS_BY_INDEX = 6; // the longest; more would narrow it down no further
    private static final int ROOMS_BY_INDEX = 100; // in more of them there is something in every block
    private static final Set<String> OFFICERS = Set.of(RecordKind.ARCHIVE_READ.name(), RecordKind.ARCHIVE_ACT.name());

    private final ArchiveQuery query;
    private final Optional<String> person;
    private final Set<String> rooms = new HashSet<>();
    private final Optional<String> category;
    private final List<List<String>> words;

    Wanted(ArchiveQuery query) {
        this.query = query;
        person = query.person().map(Words::fold);
        query.rooms().forEach(room -> rooms.add(Words.fold(room)));
        category = query.category().map(Words::fold);
        words = Words.asked(query.words());
    }

    ArchiveQuery query() {
        return query;
    }

    /** Whose presence matters. */
    Optional<String> presentPerson() {
        return query.present() ? person : Optional.empty();
    }

    /** Of each of these sets a block must have one term; {@code presence} is where the person was. */
    List<Set<Long>> terms(Presence presence) {
        Terms terms = new Terms();
        List<Set<Long>> all = new ArrayList<>();
        words.stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(WORDS_BY_INDEX)
                .forEach(word -> all.add(Set.of(terms.word(word))));
        if (person.isPresent() && presence.rooms().size() <= ROOMS_BY_INDEX) {
            Set<Long> any = new HashSet<>();
            any.add(terms.person(person.get()));
            presence.rooms().forEach(room -> any.add(terms.room(room)));
            all.add(any);
        }
        if (!rooms.isEmpty()) {
            Set<Long> any = new HashSet<>();
            rooms.forEach(room -> any.add(terms.room(room)));
            all.add(any);
        }
        query.category().ifPresent(name -> all.add(Set.of(terms.category(name))));
        if (!query.kinds().isEmpty()) {
            Set<Long> any = new HashSet<>();
            query.kinds().forEach(kind -> any.add(terms.kind(kind)));
            all.add(any);
        }
        return all;
    }

    /** Whether the record is one of those looked for. */
    boolean fits(long position, ComplianceRecord record, Presence presence) {
        return kindFits(record.kind().name())
                && query.from().map(from -> !record.at().isBefore(from)).orElse(true)
                && query.until().map(until -> record.at().isBefore(until)).orElse(true)
                && person.map(name -> Terms.people(record).contains(name) || presence.at(position, record))
                        .orElse(true)
                && placeFits(record)
                && wordsFit(record);
    }

    private boolean kindFits(String kind) {
        return query.kinds().isEmpty()
                ? !OFFICERS.contains(kind)
                : query.kinds().contains(kind);
    }

    private boolean placeFits(ComplianceRecord record) {
        boolean roomFits = rooms.isEmpty()
                || rooms.contains(Words.fold(record.room().id()))
                || rooms.contains(Words.fold(record.room().name()));
        return roomFits
                && category.map(name -> Words.fold(record.room().category()).equals(name))
                        .orElse(true);
    }

    private boolean wordsFit(ComplianceRecord record) {
        if (words.isEmpty()) {
            return true;
        }
        List<String> texts = Terms.texts(record).stream().map(Words::fold).toList();
        return words.stream().allMatch(part -> texts.stream().anyMatch(text -> has(text, part)));
    }

    /** Texts are cut into words only where the letters are there at all. */
    private static boolean has(String text, List<String> part) {
        return part.stream().allMatch(text::contains) && Collections.indexOfSubList(Words.ofFolded(text), part) >= 0;
    }
}
