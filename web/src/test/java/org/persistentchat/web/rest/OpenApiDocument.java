package org.persistentchat.web.rest;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.persistentchat.error.ErrorCode;

/** Makes the OpenAPI document of the compiled resources and of the file with the schemas. */
final class OpenApiDocument {
    private static final Path CLASSES = Path.of("target/classes/org/persistentchat/web/rest");
    private static final Path SCHEMAS = Path.of("src/main/openapi/schemas.yaml");
    private static final String FIRST_LINE =
            "# Made of the resources and of web/src/main/openapi/schemas.yaml: see CONTRIBUTING.md, \"Adding a REST call\".\n";

    private OpenApiDocument() {}

    static String yaml() {
        return FIRST_LINE + make().toYAML();
    }

    static OpenAPI model() {
        return make().model();
    }

    private static SmallRyeOpenAPI make() {
        ContractReader contracts = new ContractReader();
        return SmallRyeOpenAPI.builder()
                .withConfig(new NoConfig())
                .withIndex(index())
                .withCustomStaticFile(OpenApiDocument::schemas)
                .enableStandardStaticFiles(false)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .withOperationHandler(contracts)
                .addFilter(new Completion(contracts))
                .build();
    }

    private static InputStream schemas() {
        try {
            return new FileInputStream(SCHEMAS.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Index index() {
        Indexer indexer = new Indexer();
        for (Path file : resourceClasses()) {
            try (InputStream content = Files.newInputStream(file)) {
                indexer.index(content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return indexer.complete();
    }

    private static List<Path> resourceClasses() {
        try (Stream<Path> files = Files.list(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file ->
                            !file.toString().endsWith("RestApplication.class")) // its path is that of the server
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The bodies, and the codes of problems, which are those of the product. */
    private record Completion(ContractReader contracts) implements OASFilter {
        @Override
        public void filterOpenAPI(OpenAPI document) {
            List<Object> codes =
                    Arrays.stream(ErrorCode.values()).<Object>map(Enum::name).toList();
            Map<String, Schema> schemas = document.getComponents().getSchemas();
            Schema problem = Objects.requireNonNull(schemas.get("Problem"));
            Objects.requireNonNull(problem.getProperties().get("code")).setEnumeration(codes);
            document.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().values().forEach(contracts::complete));
        }
    }
}
