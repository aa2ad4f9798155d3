package org.persistentchat.id;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names are compared, so that two names that look alike but for case are one, whatever the database's collation. */
public final class FoldedName {
    private FoldedName() {}

    /** Compatibility-normalised (NFKC) lower case of {@code name}. */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
