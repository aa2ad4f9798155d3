package org.persistentchat.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.junit.jupiter.api.Test;

/** The published document is that of the resources. */
class OpenApiDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/openapi.yaml");

    /** Run with {@code -Dpersistentchat.write-documents=true} it writes the document instead of comparing it. */
    @Test
    void theDocumentIsThatOfTheResources() throws IOException {
        String made = OpenApiDocument.yaml();
        if (Boolean.getBoolean("persistentchat.write-documents")) {
            Files.writeString(DOCUMENT, made);
        } else {
            assertThat(Files.readString(DOCUMENT)).isEqualTo(made);
        }
    }

    @Test
    void itIsOpenApi31() {
        assertThat(OpenApiDocument.model().getOpenapi()).startsWith("3.1");
    }

    @Test
    void everySchemaThatIsNamedIsThere() {
        Set<String> named = new TreeSet<>();
        Matcher reference = Pattern.compile("#/components/schemas/(\\w+)").matcher(OpenApiDocument.yaml());
        while (reference.find()) {
            named.add(reference.group(1));
        }
        assertThat(OpenApiDocument.model().getComponents().getSchemas().keySet())
                .containsAll(named);
    }

    @Test
    void everyCallSaysWhatItDoesAndHowItIsAnswered() {
        OpenAPI document = OpenApiDocument.model();
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(operation -> {
                assertThat(operation.getSummary())
                        .as(operation.getOperationId())
                        .endsWith(".");
                assertThat(operation.getResponses().getAPIResponses()).hasSizeGreaterThanOrEqualTo(2);
            });
        }
    }

    @Test
    void everyAddressOfTheProtocolDocumentIsThere() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher call = Pattern.compile("(?m)^\\| `(?:GET|POST|PATCH|PUT|DELETE) (/[^?` ]+)")
                .matcher(Files.readString(Path.of("../docs/protocol.md")));
        while (call.find()) {
            documented.add(call.group(1));
        }
        assertThat(documented).isNotEmpty();
        assertThat(OpenApiDocument.model().getPaths().getPathItems().keySet()).containsAll(documented);
    }
}
