package org.persistentchat.web.signin;

import java.security.Principal;
import org.persistentchat.identity.Credential;

/** The caller of a request whose credential was checked; travels with the request and the WebSocket session. */
public record ChatPrincipal(Credential credential) implements Principal {
    @Override
    public String getName() {
        return credential.person().account();
    }
}
