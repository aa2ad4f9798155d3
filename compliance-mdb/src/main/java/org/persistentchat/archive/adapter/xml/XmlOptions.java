package org.persistentchat.archive.adapter.xml;

import java.nio.file.Path;
import java.util.Optional;
import org.persistentchat.compliance.adapter.AdapterOptions;

/**
 * What the XML can be told, as in the original.
 *
 * @param domain the first part of the rooms' addresses
 * @param roomDetails whether channels tell more of the room
 * @param userDetails whether conversations end with their people
 * @param attachments whether transfers of files are listed in a file of their own
 * @param stylesheet transformation of the XML
 * @param extension of the files
 */
record XmlOptions(
        String domain,
        boolean roomDetails,
        boolean userDetails,
        boolean attachments,
        Optional<Path> stylesheet,
        String extension) {

    static XmlOptions of(AdapterOptions options) {
        return new XmlOptions(
                options.text("domain").orElse("persistent-chat"),
                options.flag("room-details"),
                options.flag("user-details"),
                options.flag("attachments"),
                options.text("xslt").map(Path::of),
                options.text("extension").orElse("xml"));
    }
}
