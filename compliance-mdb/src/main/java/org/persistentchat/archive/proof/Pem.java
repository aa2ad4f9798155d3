package org.persistentchat.archive.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Textual encoding of keys, RFC 7468. */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String encode(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    static List<byte[]> decode(String label, String text) {
        Matcher blocks = Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                .matcher(text);
        List<byte[]> contents = new ArrayList<>();
        while (blocks.find()) {
            contents.add(Base64.getMimeDecoder().decode(blocks.group(1)));
        }
        return contents;
    }
}
