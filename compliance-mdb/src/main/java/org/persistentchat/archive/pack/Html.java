package org.persistentchat.archive.pack;

import java.util.Locale;

/** Texts that people wrote, made harmless for HTML: nothing of them is markup, and what would be invisible or turn the reading is shown by its number. */
final class Html {

    private static final int JOINER = 0x200d; // of emoji

    private Html() {}

    /** The text as the content of an element or of an attribute in quotation marks. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.appendCodePoint(point);
                default -> append(point, safe);
            }
        }
        return safe.toString();
    }

    private static void append(int point, StringBuilder safe) {
        int type = Character.getType(point);
        boolean hidden = type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.FORMAT && point != JOINER);
        if (hidden) {
            safe.append(String.format(Locale.ROOT, "\\u{%x}", point));
        } else {
            safe.appendCodePoint(point);
        }
    }
}
