package org.persistentchat.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON Schemas of {@code docs/schemas}. Each check returns the parsed message, or throws an {@link AssertionError} that says where the message departs from
 * its schema. Thread-safe.
 */
public final class FrameSchemas {

    /** System property with the folder of the schemas; without it, they are looked for beside the module that is tested. */
    public static final String FOLDER_PROPERTY = "persistentchat.schemas";

    // The schemas refer to each other by relative names; any base does, and an unknown name must not go to the network.
    private static final String BASE = "https://schemas.invalid/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path folder;
    private final SchemaRegistry registry;

    private FrameSchemas(Path folder) {
        this.folder = folder;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(this::content));
    }

    /** The schemas of the working copy. */
    public static FrameSchemas ofWorkingCopy() {
        return new FrameSchemas(folderOfWorkingCopy());
    }

    public static Path folderOfWorkingCopy() {
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, "../docs/schemas"));
        if (!Files.isRegularFile(folder.resolve("definitions.json"))) {
            throw new IllegalStateException(
                    "No schemas in " + folder.toAbsolutePath().normalize() + "; set -D" + FOLDER_PROPERTY);
        }
        return folder;
    }

    /** A frame from a client: one command. */
    public JsonNode command(String frame) {
        return check("client-command.json", frame);
    }

    /** A frame from the server: one message or more, separated by line feeds; each a push or the reply to some command. */
    public List<JsonNode> serverFrame(String frame) {
        return Stream.of(frame.split("\n", -1))
                .map(message -> check("server-message.json", message))
                .toList();
    }

    /** A message from the server that is known to answer the command {@code command}, for example {@code enter}. */
    public JsonNode reply(String command, String message) {
        return check("reply-" + command + ".json", message);
    }

    /** Holds {@code json} against a schema file of the folder, or a part of it: {@code definitions.json#/$defs/event}. */
    public JsonNode check(String schema, String json) {
        JsonNode node = parse(json);
        List<Error> errors =
                registry.getSchema(SchemaLocation.of(BASE + schema)).validate(node);
        if (!errors.isEmpty()) {
            String details = errors.stream().map(Error::toString).collect(Collectors.joining("\n  "));
            throw new AssertionError("Not valid by " + schema + ":\n  " + details + "\nin " + json);
        }
        return node;
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("Not JSON: " + json, malformed);
        }
    }

    private String content(String iri) {
        try {
            return Files.readString(folder.resolve(iri.substring(BASE.length())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
