package org.persistentchat.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** An id and its text are one to one. */
class OpaqueIdTest {
    private static final long LARGEST = (1L << 60) - 1;
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    @Property(tries = 500)
    void anIdComesBackFromItsText(@ForAll @LongRange(min = 0, max = LARGEST) long id) {
        assertThat(OpaqueId.encode(id)).hasSize(12);
        assertThat(OpaqueId.decode(OpaqueId.encode(id))).isEqualTo(OptionalLong.of(id));
    }

    @Property(tries = 500)
    void aTextComesBackFromItsId(@ForAll("texts") String text) {
        assertThat(OpaqueId.encode(OpaqueId.decode(text).getAsLong())).isEqualTo(text);
    }

    @Property(tries = 500)
    void anyTextIsAnIdExactlyIfItHasTwelveDigits(@ForAll String text) {
        boolean valid = text.length() == 12 && text.chars().allMatch(character -> DIGITS.indexOf(character) >= 0);
        assertThat(OpaqueId.decode(text).isPresent()).isEqualTo(valid);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(DIGITS.toCharArray()).ofLength(12);
    }

    @Example
    void lettersThatLookAlikeAndCapitalsAreNoDigits() {
        for (String bad : new String[] {"i", "l", "o", "u", "A", "Z", "-", " ", "\u0660", "\uFF10"}) {
            assertThat(OpaqueId.decode("00000000000" + bad)).as(bad).isEmpty();
        }
        assertThat(OpaqueId.decode("")).isEmpty();
        assertThat(OpaqueId.decode("0000000000000")).isEmpty();
    }

    @Example
    void aRandomIdIsPositiveAndFits() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(OpaqueId.random()).isBetween(1L, LARGEST);
        }
    }
}
