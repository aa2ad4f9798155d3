package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;

/** What is refused before the database is asked. */
class RoomAdministrationTest {
    private final RoomAdministration administration = new RoomAdministration();

    private ErrorCode refusal(Person by, String name) {
        NewCategory wanted = new NewCategory(name, "", true, true, true, List.of(), List.of(), List.of());
        ChatException refusal =
                catchThrowableOfType(ChatException.class, () -> administration.createCategory(by, wanted));
        return refusal.code();
    }

    @Test
    void onlyAdministratorsCreateCategories() {
        assertThat(refusal(SamplePeople.ana(), "Company")).isEqualTo(ErrorCode.NOT_PERMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " blank before", "blank after ", "new\nline", "\u0000", "tab\there"})
    void aNameWithBlanksOrControlCharactersIsRefused(String name) {
        assertThat(refusal(SamplePeople.administrator(), name)).isEqualTo(ErrorCode.NAME_INVALID);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(refusal(SamplePeople.administrator(), "x".repeat(257))).isEqualTo(ErrorCode.NAME_INVALID);
    }

    @Test
    void aNameWhoseComparedFormIsTooLongIsRefused() {
        String ligatures = "\uFDFA".repeat(20);
        assertThat(refusal(SamplePeople.administrator(), ligatures)).isEqualTo(ErrorCode.NAME_INVALID);
    }
}
