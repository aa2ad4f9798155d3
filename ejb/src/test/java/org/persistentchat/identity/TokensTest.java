package org.persistentchat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.persistentchat.identity.Tokens.Claims;
import org.persistentchat.identity.Tokens.Use;

/** A token is good for one use, until it expires, if it was signed here. */
class TokensTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock();
    private final Tokens tokens = new Tokens(SECRET, clock);

    private Claims issue(Use use) {
        return tokens.issue(use, SamplePeople.ana(), HOUR, "bought-with");
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Example
    void aTokenSaysWhatWasSigned() {
        Claims issued = issue(Use.ACCESS);
        assertThat(tokens.read(Use.ACCESS, issued.text())).contains(issued);
        assertThat(issued.person()).isEqualTo(SamplePeople.ana().id());
        assertThat(issued.boughtWith()).isEqualTo("bought-with");
        assertThat(issued.expiresAt()).isEqualTo(Instant.parse("2026-11-24T13:00:00Z"));
    }

    @Example
    void aTokenEndsWithANewPasswordAndWithDeactivation() {
        Claims issued = issue(Use.ACCESS);
        assertThat(issued.holdsFor(SamplePeople.ana())).isTrue();
        assertThat(issued.holdsFor(later(1, true))).isFalse();
        assertThat(issued.holdsFor(later(0, false))).isFalse();
        Claims anew = tokens.issue(Use.ACCESS, later(1, true), HOUR, "");
        assertThat(tokens.read(Use.ACCESS, anew.text()))
                .hasValueSatisfying(
                        claims -> assertThat(claims.holdsFor(later(1, true))).isTrue());
    }

    private static Person later(int signIns, boolean active) {
        Person ana = SamplePeople.ana();
        return new Person(
                ana.id(), ana.account(), ana.name(), ana.email(), true, active, ana.roles(), ana.chat(), signIns);
    }

    @Example
    void everyTokenHasAnIdOfItsOwn() {
        assertThat(issue(Use.ACCESS).id()).isNotEqualTo(issue(Use.ACCESS).id());
    }

    @Example
    void aTokenEndsWhenItExpires() {
        Claims issued = issue(Use.ACCESS);
        clock.advance(HOUR.minusMillis(501));
        assertThat(tokens.read(Use.ACCESS, issued.text())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.read(Use.ACCESS, issued.text())).isEmpty();
    }

    @Example
    void oneUseIsNeverTakenForTheOther() {
        assertThat(tokens.read(Use.TICKET, issue(Use.ACCESS).text())).isEmpty();
        assertThat(tokens.read(Use.ACCESS, issue(Use.TICKET).text())).isEmpty();
        assertThat(tokens.read(Use.TICKET, issue(Use.TICKET).text())).isPresent();
    }

    @Example
    void aTokenOfAnotherKeyIsNotOurs() {
        Tokens others = new Tokens(OTHER, clock);
        assertThat(tokens.read(
                        Use.ACCESS,
                        others.issue(Use.ACCESS, SamplePeople.ana(), HOUR, "").text()))
                .isEmpty();
    }

    @Example
    void aTokenWithoutASignatureIsNotOurs() {
        String signed = issue(Use.ACCESS).text();
        String claims = signed.substring(signed.indexOf('.') + 1, signed.lastIndexOf('.'));
        String none = base64("{\"alg\":\"none\"}");
        assertThat(tokens.read(Use.ACCESS, none + "." + claims + ".")).isEmpty();
        assertThat(tokens.read(Use.ACCESS, none + "." + claims + ".c2ln")).isEmpty();
        assertThat(tokens.read(Use.ACCESS, base64("{\"alg\":\"HS256\"}") + "." + claims + "."))
                .isEmpty();
    }

    @Property(tries = 300)
    void aTokenWithAnyCharacterChangedIsNotOurs(@ForAll int where, @ForAll char with) {
        String text = issue(Use.ACCESS).text();
        int index = Math.floorMod(where, text.length() - 1);
        String changed = text.substring(0, index) + with + text.substring(index + 1);
        assertThat(tokens.read(Use.ACCESS, changed).isPresent()).isEqualTo(changed.equals(text));
    }

    @Property(tries = 300)
    void noTextIsATokenAndNoneBreaksTheReader(@ForAll String noise) {
        assertThat(tokens.read(Use.ACCESS, noise)).isEmpty();
        assertThat(tokens.read(Use.ACCESS, base64(noise) + "." + base64("{}") + "." + base64(noise)))
                .isEmpty();
    }

    @Example
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new Tokens(new byte[16], clock)).isInstanceOf(IllegalArgumentException.class);
    }
}
