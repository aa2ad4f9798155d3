package org.persistentchat.rights;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestServer;

/** Makes of a good token one that is none any more: signed with the server's own key, as no one but the server can, and expired. */
final class ExpiredToken {
    private static final String ALGORITHM = "HmacSHA256";

    private ExpiredToken() {}

    /** {@code token} as it would be if it had expired as soon as it was issued. */
    static String of(String token, TestServer server) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        long issued = ChatServer.json(claims).path("iat").asLong();
        String expired = claims.replaceFirst("\"exp\":\\d+", "\"exp\":" + issued);
        String signed = parts[0] + "." + encoded(expired.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature(signed, server));
    }

    /** The token as it is, signed again: it must be good, or the expired one would be refused for another reason. */
    static String copy(String token, TestServer server) {
        String signed = token.substring(0, token.lastIndexOf('.'));
        return signed + "." + encoded(signature(signed, server));
    }

    private static byte[] signature(String text, TestServer server) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(server), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] key(TestServer server) {
        try (Connection connection = DriverManager.getConnection(server.contentUrl(), "sa", "sa");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT secret FROM signing_key")) {
            if (!row.next()) {
                throw new AssertionError("The server has no key");
            }
            return row.getBytes(1);
        } catch (SQLException failure) {
            throw new AssertionError("The server's key cannot be read", failure);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
