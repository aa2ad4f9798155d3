package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;

/** Sign-in. */
@ApplicationScoped
public class SignIn {
    public AccessToken signIn(String account, String password) {
        throw new IllegalStateException();
    }

    public Credential password(String account, String password) {
        throw new IllegalStateException();
    }

    public Credential bearer(String token) {
        throw new IllegalStateException();
    }

    public void revoke(Credential credential) {
        throw new IllegalStateException();
    }

    public Ticket ticket(Credential credential) {
        throw new IllegalStateException();
    }

    public Credential redeem(String ticket) {
        throw new IllegalStateException();
    }
}
