package org.persistentchat.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.SignIn;

/** Reads the header {@code Authorization} (RFC 6750 and RFC 7617) and has the credentials in it checked. */
@ApplicationScoped
public class Authentication {
    @Inject
    SignIn signIn;

    /** Who presents {@code authorization}; refused if it is absent or unusable. */
    public Credential credential(@Nullable String authorization) {
        String bearer = after("Bearer ", authorization);
        if (bearer != null) {
            return signIn.bearer(bearer);
        }
        String basic = after("Basic ", authorization);
        if (basic != null) {
            AccountAndPassword given = accountAndPassword(basic);
            return signIn.password(given.account(), given.password());
        }
        throw new ChatException(ErrorCode.NOT_SIGNED_IN, "Sign in first: the request has no usable credentials.");
    }

    /** The account and password in {@code authorization}, or null if it has another scheme or is absent. */
    public @Nullable AccountAndPassword basic(@Nullable String authorization) {
        String basic = after("Basic ", authorization);
        return basic == null ? null : accountAndPassword(basic);
    }

    private static @Nullable String after(String scheme, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return null;
        }
        return authorization.substring(scheme.length()).strip();
    }

    private static AccountAndPassword accountAndPassword(String basic) {
        try {
            String decoded = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon > 0) {
                return new AccountAndPassword(decoded.substring(0, colon), decoded.substring(colon + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, as anything else that is no account and password
        }
        throw new ChatException(ErrorCode.NOT_SIGNED_IN, "The Basic credentials are not an account and a password.");
    }

    /** What a person signs in with. */
    public record AccountAndPassword(String account, String password) {
        @Override
        public String toString() {
            return "AccountAndPassword[" + account + "]";
        }
    }
}
