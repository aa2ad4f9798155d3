package org.persistentchat.session;

import jakarta.enterprise.context.ApplicationScoped;
import org.persistentchat.identity.Credential;

/** Opens sessions. */
@ApplicationScoped
public class ChatSessions {
    public ChatSession open(Credential who, Outlet outlet) {
        throw new IllegalStateException();
    }
}
