package org.persistentchat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.util.ModularCrypt;

/** What is stored of a password is what the realm accepts. */
class PasswordsTest {
    /** A published vector: the hash of {@code abc} at cost 10. */
    private static final String ABC = "$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi";

    private static boolean realmAccepts(String stored, String guess) throws GeneralSecurityException {
        Password password = ModularCrypt.decode(stored);
        PasswordFactory factory =
                PasswordFactory.getInstance(password.getAlgorithm(), WildFlyElytronPasswordProvider.getInstance());
        return factory.verify(factory.translate(password), guess.toCharArray());
    }

    private static ErrorCode refusalOf(Runnable act) {
        return catchThrowableOfType(ChatException.class, act::run).code();
    }

    @Test
    void aHashIsAcceptedForItsPasswordAndNoOther() throws GeneralSecurityException {
        String stored = Passwords.hash("correct horse \u00E4\uD83D\uDC0E");
        assertThat(stored).matches("\\$2[ay]\\$10\\$[./A-Za-z0-9]{53}");
        assertThat(realmAccepts(stored, "correct horse \u00E4\uD83D\uDC0E")).isTrue();
        assertThat(realmAccepts(stored, "correct horse a")).isFalse();
    }

    @Test
    void theSamePasswordHasADifferentHashEachTime() {
        assertThat(Passwords.hash("correct horse")).isNotEqualTo(Passwords.hash("correct horse"));
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThat(refusalOf(() -> Passwords.hash("1234567"))).isEqualTo(ErrorCode.PASSWORD_INVALID);
        assertThat(Passwords.hash("12345678")).isNotEmpty();
    }

    @Test
    void aPasswordOfWhichBcryptWouldIgnoreAPartIsRefused() {
        assertThat(Passwords.hash("x".repeat(72))).isNotEmpty();
        assertThat(refusalOf(() -> Passwords.hash("x".repeat(73)))).isEqualTo(ErrorCode.PASSWORD_INVALID);
        assertThat(refusalOf(() -> Passwords.hash("\u00E4".repeat(37)))).isEqualTo(ErrorCode.PASSWORD_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a", "$2b", "$2y"})
    void aHashFromElsewhereIsAcceptedByTheRealm(String letters) throws GeneralSecurityException {
        String stored = Passwords.accepted(letters + ABC, 10);
        assertThat(realmAccepts(stored, "abc")).isTrue();
        assertThat(realmAccepts(stored, "abd")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "plain text password", "$2a$10$short", "$5$salt$hash", "$2x" + ABC, "$1" + ABC})
    void whatIsNoBcryptHashIsRefused(String hash) {
        assertThat(refusalOf(() -> Passwords.accepted(hash, 10))).isEqualTo(ErrorCode.PASSWORD_INVALID);
    }

    @Test
    void aHashThatIsTooCheapOrTooDearIsRefused() {
        assertThat(refusalOf(() -> Passwords.accepted("$2a" + ABC, 11))).isEqualTo(ErrorCode.PASSWORD_INVALID);
        assertThat(refusalOf(() -> Passwords.accepted("$2a" + ABC.replace("$10$", "$17$"), 10)))
                .isEqualTo(ErrorCode.PASSWORD_INVALID);
        assertThat(Passwords.accepted("$2a" + ABC.replace("$10$", "$04$"), 4)).startsWith("$2y$04$");
    }
}
