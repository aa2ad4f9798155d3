package org.persistentchat.loadtest.fake;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The protocol's JSON Schemas in the documents of the working copy. */
final class ProtocolSchemas {
    private static final Path FOLDER = Path.of("../docs/schemas");
    private static final String BASE = "https://schemas.invalid/";

    private static final int SHOWN = 300;

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(ProtocolSchemas::content));

    private static String content(String iri) {
        try {
            return Files.readString(FOLDER.resolve(iri.substring(BASE.length())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No schema for " + iri, unreadable);
        }
    }

    /** Where the text departs from the schema. */
    List<String> complaints(String schema, String json) {
        return registry.getSchema(SchemaLocation.of(BASE + schema)).validate(json, InputFormat.JSON).stream()
                .map(error -> error + " in " + json.substring(0, Math.min(SHOWN, json.length())))
                .toList();
    }
}
