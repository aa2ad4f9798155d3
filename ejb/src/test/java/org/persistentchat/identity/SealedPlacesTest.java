package org.persistentchat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** What clients carry from page to page without reading it. */
class SealedPlacesTest {
    private final SealedPlaces places = of((byte) 1);

    private static SealedPlaces of(byte secret) {
        SealedPlaces places = new SealedPlaces();
        places.prepare(new byte[] {secret, 2, 3});
        return places;
    }

    @Test
    void aPlaceIsOpenedAsItWasSealedAndNotReadOtherwise() {
        String sealed = places.seal("ana.ruiz");

        assertThat(sealed).doesNotContain("ana").isNotEqualTo(places.seal("ana.ruiz"));
        assertThat(places.open(sealed)).isEqualTo("ana.ruiz");
        assertThat(of((byte) 1).open(sealed)).isEqualTo("ana.ruiz");
    }

    @Test
    void anythingElseIsRefused() {
        String sealed = places.seal("ana.ruiz");
        for (String text : new String[] {
            "",
            "zz",
            "ana.ruiz",
            sealed.substring(1),
            sealed + "A",
            of((byte) 9).seal("ana")
        }) {
            assertThatThrownBy(() -> places.open(text))
                    .isInstanceOfSatisfying(
                            ChatException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD));
        }
    }
}
