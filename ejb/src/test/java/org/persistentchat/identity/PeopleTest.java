package org.persistentchat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What is refused before the database is asked. */
class PeopleTest {
    @Test
    void onlyAdministratorsCreatePeople() {
        ChatException refusal = catchThrowableOfType(
                ChatException.class, () -> new People().create(SamplePeople.ana(), List.of(), false));
        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_PERMITTED);
    }

    @Test
    void theProductItselfIsAnAdministratorAndNobodyKnowsItsAccount() {
        assertThat(Person.product().is(Role.ADMINISTRATOR)).isTrue();
        assertThat(Person.product().account()).isEmpty();
    }
}
