package org.persistentchat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.persistentchat.protocol.ProtocolDocument.ErrorRow;

/** The schemas and docs/protocol.md say the same. */
class ProtocolDocumentTest {

    private final FrameSchemas schemas = FrameSchemas.ofWorkingCopy();
    private final ProtocolDocument document = ProtocolDocument.ofWorkingCopy();

    @Test
    void everyCommandHasASchemaAndASection() {
        assertThat(document.commands())
                .containsExactlyInAnyOrderElementsOf(SchemaFiles.definitions("client-command.json"))
                .containsExactlyInAnyOrderElementsOf(SchemaFiles.commandsWithReply());
    }

    @Test
    void theExamplesOfEachCommandAreValid() {
        for (String name : document.commands()) {
            List<String> examples = document.examplesOfCommand(name);
            assertThat(examples).as(name).anyMatch(this::isCommand).anyMatch(this::isReply);
            examples.stream()
                    .filter(this::isCommand)
                    .forEach(command -> assertThat(
                                    schemas.command(command).path("do").asText())
                            .isEqualTo(name));
            examples.stream().filter(this::isReply).forEach(reply -> schemas.reply(name, reply));
        }
    }

    @Test
    void eachAnswerOfAResumeIsValid() {
        List<String> answers = document.examplesOfCommand("resume").stream()
                .filter(example -> example.startsWith("{\"room\""))
                .toList();
        assertThat(answers).hasSize(3);
        answers.forEach(answer -> schemas.reply("resume", "{\"id\": 1, \"ok\": {\"rooms\": [" + answer + "]}}"));
    }

    @Test
    void thePushesAreValidAndAllHaveASchema() {
        List<String> pushes = new ArrayList<>(document.examplesOfSection("Pushes"));
        pushes.add(document.block("Connecting"));
        List<String> names = pushes.stream()
                .map(push -> schemas.check("push.json", push).path("push").asText())
                .toList();
        assertThat(names).containsExactlyInAnyOrderElementsOf(SchemaFiles.definitions("push.json"));
    }

    @Test
    void theEventAndTheErrorShownInFullAreValid() {
        schemas.check("definitions.json#/$defs/event", document.block("Events"));
        schemas.check("definitions.json#/$defs/error", document.block("Errors"));
    }

    @Test
    void theErrorsOfTheTableAreThoseOfTheSchema() {
        Map<String, ErrorRow> ofSchema = new TreeMap<>();
        for (JsonNode branch : SchemaFiles.read("definitions.json").at("/$defs/error/allOf")) {
            JsonNode consequence = branch.at("/then/properties");
            ofSchema.put(
                    branch.at("/if/properties/code/const").asText(),
                    new ErrorRow(
                            consequence.at("/number/const").asInt(),
                            consequence.at("/retry/const").asBoolean()));
        }
        assertThat(document.errors()).isNotEmpty().isEqualTo(ofSchema);
    }

    @Test
    void aMemberThatIsNotDocumentedIsFoundInEveryServerMessage() {
        for (String message : serverMessages()) {
            ObjectNode changed = (ObjectNode) FrameSchemas.parse(message);
            changed.put("surprise", true);
            assertThatThrownBy(() -> schemas.serverFrame(changed.toString())).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aMissingMemberIsFoundInEveryServerMessage() {
        for (String message : serverMessages()) {
            FrameSchemas.parse(message).fieldNames().forEachRemaining(member -> {
                ObjectNode changed = (ObjectNode) FrameSchemas.parse(message);
                changed.remove(member);
                assertThatThrownBy(() -> schemas.serverFrame(changed.toString()))
                        .as("without %s: %s", member, message)
                        .isInstanceOf(AssertionError.class);
            });
        }
    }

    private List<String> serverMessages() {
        List<String> messages = new ArrayList<>(document.examplesOfSection("Pushes"));
        for (String command : document.commands()) {
            document.examplesOfCommand(command).stream().filter(this::isReply).forEach(messages::add);
        }
        return messages;
    }

    private boolean isCommand(String example) {
        return FrameSchemas.parse(example).has("do");
    }

    private boolean isReply(String example) {
        return FrameSchemas.parse(example).has("ok");
    }
}
