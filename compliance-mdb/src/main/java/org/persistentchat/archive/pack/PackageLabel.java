package org.persistentchat.archive.pack;

import java.time.Instant;

/**
 * What stands on a package.
 *
 * @param subject identity of the case
 * @param name of the case
 * @param description of the case
 * @param by account of who had it made
 * @param at when
 */
public record PackageLabel(String subject, String name, String description, String by, Instant at) {

    static final String README = """
            This is a sealed package of an archive of Persistent Chat.

            conversations.html   the records of each room, to be read in a browser; it loads nothing from elsewhere
            records.csv          the same records, one a line, to be worked with (RFC 4180, UTF-8)
            records.jsonl        the same records in the form that is hashed, one a line
            manifest.jsonl       the hash of each file and of each record, and what leads from each record to a signed
                                 chunk of the archive
            manifest.sig.json    the signature of the manifest (Ed25519)

            Whether anything was changed is found without the archive, the product, or a network:

                java -jar persistent-chat-verify.jar package PACKAGE.zip --key key-....pem

            The public key does not come with the package: ask the archive's owner for it by another way.
            """;
}
