package org.persistentchat.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the files of {@code docs/schemas} declare. */
final class SchemaFiles {

    private static final String REPLY = "reply-";

    private SchemaFiles() {}

    static JsonNode read(String file) {
        try {
            return FrameSchemas.parse(
                    Files.readString(FrameSchemas.folderOfWorkingCopy().resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names under {@code $defs}. */
    static List<String> definitions(String file) {
        List<String> names = new ArrayList<>();
        read(file).path("$defs").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The commands that have a file {@code reply-<command>.json}. */
    static List<String> commandsWithReply() {
        try (Stream<Path> files = Files.list(FrameSchemas.folderOfWorkingCopy())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(REPLY))
                    .map(name -> name.substring(REPLY.length(), name.indexOf('.')))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
