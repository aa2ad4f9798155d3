package org.persistentchat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml holds together and names exactly what the schemas describe. */
class AsyncApiTest {

    private JsonNode document = new YAMLMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        document = new YAMLMapper()
                .readTree(FrameSchemas.folderOfWorkingCopy()
                        .resolveSibling("asyncapi.yaml")
                        .toFile());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(target(reference).isMissingNode()).as(reference).isFalse();
        }
    }

    @Test
    void theChannelCarriesEveryCommandEveryReplyAndEveryPush() {
        List<String> commands = SchemaFiles.definitions("client-command.json");
        Stream<String> replies = commands.stream().map(command -> command + "Reply");
        Stream<String> pushes = SchemaFiles.definitions("push.json").stream().map(push -> push + "Push");
        List<String> expected = Stream.of(commands.stream(), replies, pushes)
                .flatMap(names -> names)
                .toList();
        assertThat(members(document.at("/channels/chat/messages"))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(members(document.at("/components/messages"))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyCommandIsReceivedAndAnsweredWithItsOwnReply() {
        for (String command : SchemaFiles.definitions("client-command.json")) {
            JsonNode operation = document.at("/operations/" + command);
            assertThat(operation.path("action").asText()).as(command).isEqualTo("receive");
            assertThat(operation.at("/messages/0/$ref").asText()).endsWith("/" + command);
            assertThat(operation.at("/reply/messages/0/$ref").asText()).endsWith("/" + command + "Reply");
            assertThat(document.at("/components/messages/" + command + "Reply/payload/schema/$ref")
                            .asText())
                    .isEqualTo("schemas/reply-" + command + ".json");
        }
    }

    @Test
    void everyPushIsSent() {
        List<String> sent = new ArrayList<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals("send")) {
                sent.add(operation.at("/messages/0/$ref").asText().replaceFirst(".*/(\\w+)Push", "$1"));
            }
        }
        assertThat(sent).containsExactlyInAnyOrderElementsOf(SchemaFiles.definitions("push.json"));
    }

    private JsonNode target(String reference) {
        int fragment = reference.indexOf('#');
        String file = fragment < 0 ? reference : reference.substring(0, fragment);
        JsonNode root = file.isEmpty() ? document : SchemaFiles.read(file.replaceFirst("^schemas/", ""));
        return fragment < 0 ? root : root.at(reference.substring(fragment + 1));
    }

    private static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
