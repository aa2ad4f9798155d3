package org.persistentchat.archive.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Facts in the CSV of an adapter, read by Apache Commons CSV. */
final class CsvFacts {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();

    private CsvFacts() {}

    static List<Fact> read(InputStream csv) throws IOException {
        List<Fact> facts = new ArrayList<>();
        try (CSVParser lines = FORMAT.parse(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (CSVRecord line : lines) {
                facts.add(fact(line));
            }
        }
        return facts;
    }

    private static Fact fact(CSVRecord line) {
        Map<String, String> exact = new HashMap<>();
        if (line.get("utf16") != null) {
            for (String pair : line.get("utf16").split(" ", -1)) {
                int equals = pair.indexOf('=');
                byte[] units = Base64.getDecoder().decode(pair.substring(equals + 1));
                exact.put(pair.substring(0, equals), units(units));
            }
        }
        return new Fact(
                line.get("record"),
                line.get("kind"),
                Instant.parse(line.get("at")),
                text(line, exact, "room"),
                text(line, exact, "room_name"),
                text(line, exact, "category"),
                line.get("sequence") == null ? 0 : Long.parseLong(line.get("sequence")),
                text(line, exact, "account"),
                text(line, exact, "display_name"),
                optional(line, exact, "email"),
                Boolean.parseBoolean(line.get("internal")),
                text(line, exact, "server"),
                optional(line, exact, "content"),
                line.get("target") == null ? 0 : Long.parseLong(line.get("target")),
                optional(line, exact, "title"),
                optional(line, exact, "previous"));
    }

    private static String text(CSVRecord line, Map<String, String> exact, String column) {
        String value = optional(line, exact, column);
        return value == null ? "" : value;
    }

    private static @Nullable String optional(CSVRecord line, Map<String, String> exact, String column) {
        return exact.getOrDefault(column, line.get(column));
    }

    /** Half a pair survives here, where a charset would replace it. */
    static String units(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            text.append((char) (((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)));
        }
        return text.toString();
    }
}
