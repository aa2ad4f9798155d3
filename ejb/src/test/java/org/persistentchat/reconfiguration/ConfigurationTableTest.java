package org.persistentchat.reconfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What is stored, and who may change it. */
class ConfigurationTableTest {
    private final InMemoryContent content = new InMemoryContent();

    private Connection connection() throws SQLException {
        return content.dataSource().getConnection();
    }

    @Test
    void atFirstNothingIsStored() throws SQLException {
        try (Connection connection = connection()) {
            assertThat(ConfigurationTable.read(connection)).isEqualTo(new ConfigurationTable.Stored(1, Map.of()));
        }
    }

    @Test
    void aChangeNeedsTheVersionThatHolds() throws SQLException {
        try (Connection connection = connection()) {
            assertThat(ConfigurationTable.begin(connection, 1)).isTrue();
            assertThat(ConfigurationTable.begin(connection, 1)).isFalse();
            assertThat(ConfigurationTable.begin(connection, -1)).isTrue();
            assertThat(ConfigurationTable.read(connection).version()).isEqualTo(3);
        }
    }

    @Test
    void aValueIsStoredReplacedAndTakenBack() throws SQLException {
        try (Connection connection = connection()) {
            ConfigurationTable.put(connection, "BodyCharacters", Optional.of("77"));
            ConfigurationTable.put(connection, "BodyCharacters", Optional.of("78"));
            assertThat(ConfigurationTable.read(connection).settings()).isEqualTo(Map.of("BodyCharacters", "78"));
            ConfigurationTable.put(connection, "BodyCharacters", Optional.empty());
            assertThat(ConfigurationTable.read(connection).settings()).isEmpty();
        }
    }

    @Test
    void whatThisVersionDoesNotKnowOrAllowDoesNotCount() {
        Map<String, String> stored =
                Map.of("BodyCharacters", "77", "Future", "1", "HistoryPage", "many", "KeyCharacters", "0");
        assertThat(StoredValues.of(stored)).isEqualTo(Map.of(ConfigurationKey.BODY_CHARACTERS, 77));
    }

    @Test
    void theFirstPageIsNotLargerThanTheLargest() {
        LimitValues wrong = LimitValues.DEFAULT.with(ConfigurationKey.HISTORY_PAGE, 10);
        ChatException refusal = catchThrowableOfType(ChatException.class, () -> StoredValues.check(wrong));
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(refusal.limit()).hasValue(10);
        assertThatCode(() -> StoredValues.check(LimitValues.DEFAULT)).doesNotThrowAnyException();
    }
}
