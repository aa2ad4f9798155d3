package org.persistentchat.archive.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;
import org.persistentchat.discovery.ArchiveQuery;
import org.persistentchat.discovery.FoundRecords;

/**
 * What the index costs, and what searches cost with it. Run by name only: {@code mvn -Dquick -pl compliance-mdb -am test -Dtest=SearchBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dpersistentchat.records=1000000}; the figures are in the output, and in {@code docs/performance.md}.
 */
class SearchBenchmark {
    private static final Logger LOG = Logger.getLogger(SearchBenchmark.class.getName());
    private static final int RECORDS = Integer.getInteger("persistentchat.records", 300_000);
    private static final int VOCABULARY = 50_000;
    private static final int ROOMS = 2_000;
    private static final int PEOPLE = 5_000;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void indexAndSearches() throws SQLException {
        SampleArchive archive = new SampleArchive("jdbc:h2:file:" + folder.resolve("archive") + ";DB_CLOSE_DELAY=-1");
        long begun = System.nanoTime();
        fill(archive);
        say("stored", begun, RECORDS);
        long before = size();
        begun = System.nanoTime();
        Indexer indexer = new Indexer(archive.database());
        int blocks = 0;
        while (indexer.next()) {
            blocks++;
        }
        say("indexed, " + blocks + " blocks", begun, blocks * BlockIndex.SIZE);
        LOG.info(() -> String.format(
                Locale.ROOT, "%d rows of terms, file %d MB, was %d MB", terms(archive), size() >> 20, before >> 20));
        search(archive, "a word said once", words("unique" + RECORDS / 2));
        search(archive, "a word of one message in 50,000", words("word40000"));
        search(archive, "the most frequent word", words("word1"));
        search(archive, "two words that are each in most blocks, never together", words("word300-word301-word302"));
        search(archive, "one room and a word", query(Optional.empty(), List.of("r7"), "word30"));
        search(archive, "one person", query(Optional.of("p7"), List.of(), ""));
        search(archive, "one person and a word", query(Optional.of("p7"), List.of(), "word30"));
    }

    private void fill(SampleArchive archive) throws SQLException {
        List<ComplianceRecord> some = new ArrayList<>();
        for (int number = 1; number <= RECORDS; number++) {
            some.add(record(number));
            if (some.size() == 2_000 || number == RECORDS) {
                archive.append(some);
                some.clear();
            }
        }
    }

    private ComplianceRecord record(int number) {
        int person = random.nextInt(PEOPLE);
        int room = random.nextInt(ROOMS);
        StringBuilder text = new StringBuilder("unique" + number);
        int words = 4 + random.nextInt(16);
        for (int word = 0; word < words; word++) {
            // Zipf: the word of rank r is said in proportion to 1/r
            text.append(" word").append((int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)));
        }
        return new ComplianceRecord(
                new UUID(0x0190_0000_0000_7000L, number),
                RecordKind.POST,
                BEGIN.plusMillis(number * 13L),
                new RecordedRoom("r" + room, "Room " + room, "General"),
                number,
                new RecordedPerson("p" + person, "Person " + person, "p" + person + "@example.org", true),
                "node-1",
                text.toString());
    }

    private static ArchiveQuery words(String words) {
        return query(Optional.empty(), List.of(), words);
    }

    private static ArchiveQuery query(Optional<String> person, List<String> rooms, String words) {
        return new ArchiveQuery(
                person, false, rooms, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), words);
    }

    private static void search(SampleArchive archive, String what, ArchiveQuery query) throws SQLException {
        RecordSearch search = new RecordSearch(archive.database());
        search.page(query, 0, 100);
        long begun = System.nanoTime();
        FoundRecords page = search.page(query, 0, 100);
        double first = (System.nanoTime() - begun) / 1e6;
        int pages = 1;
        int found = page.items().size();
        double slowest = first;
        while (page.hasMore() && pages < 200) {
            long at = System.nanoTime();
            page = search.page(query, page.lookedThrough(), 100);
            slowest = Math.max(slowest, (System.nanoTime() - at) / 1e6);
            found += page.items().size();
            pages++;
        }
        double whole = (System.nanoTime() - begun) / 1e6;
        LOG.info(String.format(
                Locale.ROOT,
                "%s: first page %.1f ms, slowest %.1f ms, %d pages with %d records %.0f ms, looked through %d",
                what,
                first,
                slowest,
                pages,
                found,
                whole,
                page.lookedThrough()));
    }

    private static void say(String what, long begun, int records) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        LOG.info(String.format(Locale.ROOT, "%s: %.1f s, %.0f records/s", what, seconds, records / seconds));
    }

    private static long terms(SampleArchive archive) {
        try (Connection connection = archive.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM archive_term")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private long size() {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (java.io.IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
