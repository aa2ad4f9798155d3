package org.persistentchat.archive.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.discovery.ArchiveQuery;
import org.persistentchat.discovery.FoundRecord;
import org.persistentchat.discovery.FoundRecords;

/** Search finds what going through all records finds, whatever is asked, however much is indexed, and page by page. */
class SearchProperties {

    private static final List<String> PEOPLE = List.of("ana", "Bea", "cy");
    private static final List<String> ROOMS = List.of("r1", "r2", "r3");
    private static final List<String> KINDS =
            List.of("POST", "POST", "POST", "EDIT", "DELETE", "JOIN", "JOIN", "PART", "ARCHIVE_READ");
    private static final List<String> WORDS = List.of("one", "Two", "three", "four", "会議", "e-mail");

    @Property(tries = 10)
    void searchFindsWhatANaiveModelFinds(@ForAll @IntRange(min = 0, max = 3_000) int records, @ForAll long seed)
            throws SQLException {
        RandomGenerator random = new SplittableRandom(seed);
        SampleArchive archive = new SampleArchive();
        List<ComplianceRecord> all = new ArrayList<>();
        for (int number = 1; number <= records; number++) {
            all.add(record(number, random));
        }
        archive.append(all);
        Indexer indexer = new Indexer(archive.database());
        int blocks = random.nextInt(5);
        for (boolean more = true; more && blocks > 0; blocks--) {
            more = indexer.next();
        }
        for (int round = 0; round < 10; round++) {
            ArchiveQuery query = query(random, records);
            int limit = 50 + random.nextInt(450);
            List<Long> found = found(archive, query, limit);
            List<Long> there = naive(all, query);
            assertThat(minus(there, found)).as("not found: " + query).isEmpty();
            assertThat(minus(found, there)).as("found wrongly: " + query).isEmpty();
            assertThat(found).isSorted().doesNotHaveDuplicates();
        }
    }

    private static ComplianceRecord record(int number, RandomGenerator random) {
        Spoken spoken = new Spoken(number, any(KINDS, random), any(PEOPLE, random), any(ROOMS, random));
        boolean rare = random.nextInt(50) == 0;
        String content = rare ? any(WORDS, random) + " " + any(WORDS, random) : "nothing";
        return spoken.saying(content, random.nextInt(100) == 0 ? any(WORDS, random) : null);
    }

    private static ArchiveQuery query(RandomGenerator random, int records) {
        Instant from = Spoken.by(1 + random.nextInt(records + 1)).at();
        return new ArchiveQuery(
                random.nextBoolean() ? Optional.of(any(PEOPLE, random).toUpperCase(Locale.ROOT)) : Optional.empty(),
                random.nextBoolean(),
                random.nextBoolean() ? List.of(any(ROOMS, random), "ROOM " + any(ROOMS, random)) : List.of(),
                random.nextInt(4) == 0 ? Optional.of("general") : Optional.empty(),
                random.nextInt(3) == 0 ? Set.of(any(KINDS, random), "STORY") : Set.of(),
                random.nextInt(3) == 0 ? Optional.of(from) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(from.plusMillis(random.nextInt(2_000))) : Optional.empty(),
                random.nextInt(3) == 0 ? any(WORDS, random) : "");
    }

    private static List<Long> minus(List<Long> all, List<Long> some) {
        return all.stream().filter(Predicate.not(Set.copyOf(some)::contains)).toList();
    }

    private static <T> T any(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<Long> found(SampleArchive archive, ArchiveQuery query, int limit) throws SQLException {
        RecordSearch search = new RecordSearch(archive.database());
        List<Long> positions = new ArrayList<>();
        long after = 0;
        while (true) {
            FoundRecords page = search.page(query, after, limit);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            page.items().stream().map(FoundRecord::position).forEach(positions::add);
            if (!page.hasMore()) {
                return positions;
            }
            assertThat(page.lookedThrough()).isGreaterThan(after);
            after = page.lookedThrough();
        }
    }

    private static List<Long> naive(List<ComplianceRecord> all, ArchiveQuery query) {
        List<Long> positions = new ArrayList<>();
        Map<String, Integer> there = new HashMap<>();
        String asked = query.person().orElse("").toLowerCase(Locale.ROOT);
        for (int index = 0; index < all.size(); index++) {
            ComplianceRecord record = all.get(index);
            String account = record.person().account().toLowerCase(Locale.ROOT);
            boolean moved = account.equals(asked);
            int before = there.getOrDefault(record.room().id(), 0);
            if (moved && record.kind().name().equals("JOIN")) {
                there.put(record.room().id(), before + 1);
            } else if (moved && record.kind().name().equals("PART") && before > 0) {
                there.put(record.room().id(), before - 1);
            }
            boolean wasThere = query.present()
                    && (before > 0 || there.getOrDefault(record.room().id(), 0) > 0);
            boolean person = query.person().isEmpty() || moved || wasThere;
            if (person && fits(record, query)) {
                positions.add(index + 1L);
            }
        }
        return positions;
    }

    private static boolean fits(ComplianceRecord record, ArchiveQuery query) {
        String kind = record.kind().name();
        String text = (record.content() + " | " + record.message().previous()).toLowerCase(Locale.ROOT);
        return (query.kinds().isEmpty()
                        ? !kind.equals("ARCHIVE_READ")
                        : query.kinds().contains(kind))
                && (query.rooms().isEmpty()
                        || query.rooms().contains(record.room().id())
                        || query.rooms()
                                .contains(record.room()
                                        .name()
                                        .toUpperCase(Locale.ROOT)
                                        .replace("R1", "r1")
                                        .replace("R2", "r2")
                                        .replace("R3", "r3")))
                && query.from().map(from -> !record.at().isBefore(from)).orElse(true)
                && query.until().map(until -> record.at().isBefore(until)).orElse(true)
                && text.contains(query.words().toLowerCase(Locale.ROOT));
    }
}
