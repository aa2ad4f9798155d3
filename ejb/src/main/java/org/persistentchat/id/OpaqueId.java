package org.persistentchat.id;

import java.security.SecureRandom;
import java.util.OptionalLong;

/**
 * Random 60-bit ids and their text form: 12 characters of Crockford's base 32 in lower case. Random, so that an id tells nothing about
 * how many things there are; 60 bits, so that a key column stays narrow.
 */
public final class OpaqueId {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;
    private static final long MASK = (1L << 60) - 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] DIGIT_OF = new byte[128];

    static {
        java.util.Arrays.fill(DIGIT_OF, (byte) -1);
        for (int digit = 0; digit < ALPHABET.length(); digit++) {
            DIGIT_OF[ALPHABET.charAt(digit)] = (byte) digit;
        }
    }

    private OpaqueId() {}

    /** A new id, from 1 to 2^60-1. */
    public static long random() {
        long id;
        do {
            id = RANDOM.nextLong() & MASK;
        } while (id == 0);
        return id;
    }

    public static String encode(long id) {
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1, shift = 0; i >= 0; i--, shift += 5) {
            text[i] = ALPHABET.charAt((int) (id >>> shift) & 31);
        }
        return new String(text);
    }

    /** The id of a text form, or empty if {@code text} is none. */
    public static OptionalLong decode(String text) {
        if (text.length() != LENGTH) {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            int digit = c < DIGIT_OF.length ? DIGIT_OF[c] : -1;
            if (digit < 0) {
                return OptionalLong.empty();
            }
            id = id << 5 | digit;
        }
        return OptionalLong.of(id);
    }
}
