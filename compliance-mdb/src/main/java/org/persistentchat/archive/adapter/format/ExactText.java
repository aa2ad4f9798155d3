package org.persistentchat.archive.adapter.format;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntPredicate;

/**
 * Texts that a format cannot hold as they are. People can post any UTF-16 code unit, also half of a surrogate pair and control characters. The readable form
 * has U+FFFD in the place of each that is not allowed; beside it goes the exact form.
 */
public final class ExactText {

    private static final char REPLACEMENT = '\uFFFD';

    private ExactText() {}

    /** Whether XML 1.0 can hold the text (its section 2.2). */
    public static boolean fitsXml(String text) {
        return text.codePoints().allMatch(ExactText::isXml);
    }

    /** The text with what XML cannot hold replaced. */
    public static String readableInXml(String text) {
        return readable(text, ExactText::isXml);
    }

    /** Whether UTF-8 can hold the text: there is no half of a surrogate pair. */
    public static boolean fitsUtf8(String text) {
        return text.codePoints().noneMatch(ExactText::isSurrogate);
    }

    /** The text with what UTF-8 cannot hold replaced. */
    public static String readableInUtf8(String text) {
        return readable(text, point -> !isSurrogate(point));
    }

    /** All code units of the text: Base64 of UTF-16, big-endian, without a mark. */
    public static String exact(String text) {
        byte[] units = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            units[2 * i] = (byte) (text.charAt(i) >>> Byte.SIZE);
            units[2 * i + 1] = (byte) text.charAt(i);
        }
        return new String(Base64.getEncoder().encode(units), StandardCharsets.US_ASCII);
    }

    private static String readable(String text, IntPredicate allowed) {
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> readable.appendCodePoint(allowed.test(point) ? point : REPLACEMENT));
        return readable.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
