package org.persistentchat.loadtest.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Accounts for nicks: readable, of plain characters, different for nicks that differ in case only. */
final class Accounts {
    private static final int READABLE = 24;
    private static final int DIGEST_BYTES = 5;

    private final String run;

    Accounts(String run) {
        this.run = run.toLowerCase(Locale.ROOT);
    }

    String of(String nick) {
        String readable = nick.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
        String head = readable.substring(0, Math.min(READABLE, readable.length()));
        return (head.isEmpty() ? "x" : head) + "-" + digest(nick) + "-" + run;
    }

    private static String digest(String nick) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(nick.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
