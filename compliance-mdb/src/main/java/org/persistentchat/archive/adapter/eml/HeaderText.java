package org.persistentchat.archive.adapter.eml;

import org.persistentchat.archive.adapter.format.ExactText;

/** Texts for headers of mails. */
final class HeaderText {

    private HeaderText() {}

    /** The text on one line: a control character in a name must not begin another header. */
    static String of(String text) {
        return ExactText.readableInUtf8(text).replaceAll("\\p{Cntrl}", " ");
    }
}
