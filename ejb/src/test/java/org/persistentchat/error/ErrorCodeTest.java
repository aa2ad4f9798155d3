package org.persistentchat.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of errors is the one of the protocol document. */
class ErrorCodeTest {
    private static final Path DOCUMENT = Path.of("../docs/protocol.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\| (yes|no) \\| (\\d+) \\|.*");

    private record Row(int number, String code, boolean retry, int status) {}

    private static List<Row> documented() throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Row(
                            Integer.parseInt(row.group(1)),
                            row.group(2),
                            row.group(3).equals("yes"),
                            Integer.parseInt(row.group(4))))
                    .toList();
        }
    }

    @Test
    void theProtocolDocumentListsEveryErrorAsItIs() throws IOException {
        List<Row> known = Arrays.stream(ErrorCode.values())
                .map(code -> new Row(code.number(), code.name(), code.retryable(), code.httpStatus()))
                .toList();
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void numbersAreUnique() {
        assertThat(ErrorCode.values()).extracting(ErrorCode::number).doesNotHaveDuplicates();
    }

    @Test
    void statusesAreThoseOfErrors() {
        assertThat(ErrorCode.values()).extracting(ErrorCode::httpStatus).allMatch(status -> status >= 400);
    }

    @Test
    void aLimitIsToldOnlyWhereOneWasPassed() {
        assertThat(new ChatException(ErrorCode.MALFORMED, "no").limit()).isEmpty();
        assertThat(ChatException.overLimit(ErrorCode.MESSAGE_TOO_LONG, "long", 8_000)
                        .limit())
                .hasValue(8_000);
    }
}
