package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.persistentchat.protocol.FrameSchemas;

/** Who adds a call says who may make it: {@code call-matrix.txt} has a row for every operation of docs/openapi.yaml and every command of docs/asyncapi.yaml. */
class CallCoverageTest {
    private static final List<CallTable.Row> ROWS =
            CallTable.read("call-matrix.txt").rows();

    private static final String ROOM = ".*\\{(new-room|room|closed|asked)}.*";

    @Test
    void everyOperationHasARow() throws IOException {
        List<String> documented = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                document("openapi.yaml").path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String operation = method.getValue().path("operationId").asText();
                if (!operation.isEmpty()) {
                    documented.add(
                            operation + " " + method.getKey().toUpperCase(Locale.ROOT) + " " + plain(path.getKey()));
                }
            }
        }
        Set<String> tried = ROWS.stream()
                .filter(row -> !row.isCommand())
                .map(row -> row.operation() + " " + row.method() + " " + plain(row.path()))
                .collect(Collectors.toSet());
        assertThat(documented).isNotEmpty();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void everyCommandHasARow() throws IOException {
        List<String> documented = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation :
                document("asyncapi.yaml").path("operations").properties()) {
            if (operation.getValue().path("action").asText().equals("receive")) {
                documented.add(operation.getKey());
            }
        }
        assertThat(documented).isNotEmpty();
        assertThat(ROWS.stream().filter(CallTable.Row::isCommand).map(CallTable.Row::operation))
                .containsAll(documented)
                .allSatisfy(command -> assertThat(documented).contains(command));
    }

    /** Calls about a room depend on the room besides: those are in the other table. */
    @Test
    void everyCallAboutARoomIsInTheTableOfRooms() {
        PermissionTable rooms = PermissionTable.read("permission-matrix.txt");
        Set<String> about = ROWS.stream()
                .filter(row -> row.isCommand()
                        ? row.body().contains("room")
                        : row.path().matches(ROOM))
                .map(CallTable.Row::operation)
                .collect(Collectors.toSet());

        assertThat(about).contains("enter", "rooms.one");
        assertThat(rooms.calls()).containsAll(about);
    }

    /** Without what is asked, and whatever the parameters are called. */
    private static String plain(String path) {
        return path.replaceFirst("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
    }

    private static JsonNode document(String name) throws IOException {
        return new YAMLMapper()
                .readTree(
                        FrameSchemas.folderOfWorkingCopy().resolveSibling(name).toFile());
    }
}
