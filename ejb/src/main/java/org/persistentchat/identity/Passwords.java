package org.persistentchat.identity;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** Turns passwords into what is stored: bcrypt in modular crypt form, which the Elytron realm reads. */
final class Passwords {
    /** Rounds as a power of two; OWASP asks for at least 10. */
    static final int COST = 10;

    private static final int SHORTEST = 8;
    /** bcrypt ignores what follows; refusing is clearer. */
    private static final int LONGEST_BYTES = 72;

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String hash(String password) {
        if (password.length() < SHORTEST) {
            throw ChatException.overLimit(
                    ErrorCode.PASSWORD_INVALID, "A password has at least " + SHORTEST + " characters.", SHORTEST);
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw ChatException.overLimit(
                    ErrorCode.PASSWORD_INVALID, "A password has at most " + LONGEST_BYTES + " bytes.", LONGEST_BYTES);
        }
        try {
            byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
            RANDOM.nextBytes(salt);
            PasswordFactory factory = PasswordFactory.getInstance(
                    BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
            var spec = new EncryptablePasswordSpec(
                    password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(COST, salt));
            return ModularCrypt.encodeAsString(factory.generatePassword(spec));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("The server has no bcrypt", missing);
        }
    }

    /** A hash from another system, if it is one that can be stored. */
    static String accepted(String hash, int lowestCost) {
        Matcher matcher = BCRYPT.matcher(hash);
        if (!matcher.matches()) {
            throw new ChatException(
                    ErrorCode.PASSWORD_INVALID,
                    "passwordHash is no bcrypt hash in modular crypt form ($2a$, $2b$, $2y$).");
        }
        int cost = Integer.parseInt(matcher.group(1));
        if (cost < lowestCost || cost > 16) {
            throw ChatException.overLimit(
                    ErrorCode.PASSWORD_INVALID,
                    "passwordHash has a cost outside " + lowestCost + " to 16.",
                    lowestCost);
        }
        // the realm knows $2y$; for hashes made by today's implementations the three letters mean the same
        return "$2y$" + hash.substring(4);
    }
}
