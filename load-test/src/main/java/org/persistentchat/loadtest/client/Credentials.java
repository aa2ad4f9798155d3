package org.persistentchat.loadtest.client;

/** Who signs in, and how. */
public record Credentials(String account, String password) {

    @Override
    public String toString() {
        return account;
    }
}
