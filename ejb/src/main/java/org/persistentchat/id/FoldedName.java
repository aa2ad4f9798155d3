package org.persistentchat.id;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names are compared, so that two names that look alike but for case are one, whatever the database's collation. */
public final class FoldedName {
    private FoldedName() {}

    /** Compatibility-normalised (NFKC) lower case of {@code name}; may be longer than the name. */
    public static String of(String name) {
        String lower = normalized(name).toLowerCase(Locale.ROOT);
        // a lower-case letter may have a composed form that its capital has not, as J with caron
        return normalized(lower);
    }

    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
