package org.persistentchat.web.json;

/** Java strings may hold halves of surrogate pairs, which are no characters and have no UTF-8 form. */
public final class Utf16 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf16() {}

    /** Whether every surrogate in {@code text} has its other half. */
    public static boolean isWellFormed(String text) {
        return firstLoneSurrogate(text, 0) < 0;
    }

    /** {@code text} with each lone surrogate replaced by U+FFFD. */
    static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int at = firstLoneSurrogate(text, 0); at >= 0; at = firstLoneSurrogate(text, at + 1)) {
            repaired.setCharAt(at, REPLACEMENT);
        }
        return repaired.toString();
    }

    private static int firstLoneSurrogate(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return i; // a pair would have been one code point above these
            }
            i += Character.charCount(character);
        }
        return -1;
    }
}
