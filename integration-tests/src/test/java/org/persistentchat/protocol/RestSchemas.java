package org.persistentchat.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The answers of {@code docs/openapi.yaml}. A check throws an {@link AssertionError} that says where an answer departs from it. Thread-safe. */
public final class RestSchemas {
    private static final String BASE = "https://schemas.invalid/openapi.json";
    private static final String ROOT = "/api/v1";
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_METHOD = 405;

    private final JsonNode document;
    private final SchemaRegistry registry;

    private RestSchemas(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, document.toString())));
    }

    /** The document of the working copy. */
    public static RestSchemas ofWorkingCopy() {
        try {
            return new RestSchemas(new YAMLMapper()
                    .readTree(FrameSchemas.folderOfWorkingCopy()
                            .resolveSibling("openapi.yaml")
                            .toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Holds the answer of a call against what the document says of it; other addresses than those of the interface do not matter. */
    public void check(String method, String address, int status, String body) {
        String path = address.replaceFirst("\\?.*", "");
        if (!path.startsWith(ROOT + "/")) {
            return;
        }
        JsonNode operation = operation(path.substring(ROOT.length()), method);
        if (operation.isMissingNode()) {
            if (status != NOT_FOUND && status != NO_SUCH_METHOD) {
                throw new AssertionError(
                        "docs/openapi.yaml does not have " + method + " " + address + ", which answered " + status);
            }
            checkAgainst("#/components/schemas/Problem", method + " " + address, body);
            return;
        }
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.path(String.valueOf(status));
        if (response.isMissingNode() && status < 400) {
            throw new AssertionError(
                    "docs/openapi.yaml does not have the answer " + status + " to " + method + " " + address);
        }
        JsonNode content = (response.isMissingNode() ? responses.path("default") : response).path("content");
        if (content.isMissingNode()) {
            if (!body.isEmpty()) {
                throw new AssertionError(method + " " + address + " answered what is not described: " + body);
            }
        } else if (!content.has("application/yaml")) {
            checkAgainst(content.elements().next().at("/schema/$ref").asText(), method + " " + address, body);
        }
    }

    private void checkAgainst(String reference, String call, String body) {
        List<com.networknt.schema.Error> errors =
                registry.getSchema(SchemaLocation.of(BASE + reference)).validate(FrameSchemas.parse(body));
        if (!errors.isEmpty()) {
            throw new AssertionError(call + " answered what departs from " + reference + ": " + errors + "\n" + body);
        }
    }

    private JsonNode operation(String path, String method) {
        JsonNode exact = document.path("paths").path(path);
        JsonNode item = exact.isMissingNode() ? template(path) : exact;
        return item.path(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode template(String path) {
        for (Map.Entry<String, JsonNode> known : document.path("paths").properties()) {
            if (path.matches(known.getKey().replaceAll("\\{\\w+}", "[^/]+"))) {
                return known.getValue();
            }
        }
        return document.path("none");
    }
}
