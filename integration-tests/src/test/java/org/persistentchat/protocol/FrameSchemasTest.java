package org.persistentchat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas let nothing wrong through. */
class FrameSchemasTest {

    private final FrameSchemas schemas = FrameSchemas.ofWorkingCopy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": 0, \"do\": \"ping\"}",
                "{\"id\": 9007199254740992, \"do\": \"ping\"}",
                "{\"id\": \"1\", \"do\": \"ping\"}",
                "{\"id\": 1, \"do\": \"pong\"}",
                "{\"id\": 1}",
                "{\"id\": 1, \"do\": \"enter\"}",
                "{\"id\": 1, \"do\": \"enter\", \"room\": \"r\", \"history\": 501}",
                "{\"id\": 1, \"do\": \"history\", \"room\": \"r\", \"before\": 5, \"after\": 3}",
                "{\"id\": 1, \"do\": \"history\", \"room\": \"r\", \"limit\": 0}",
                "{\"id\": 1, \"do\": \"post\", \"room\": \"r\", \"key\": \"\", \"body\": \"x\"}",
                "{\"id\": 1, \"do\": \"post\", \"room\": \"r\", \"key\": \"k\", \"body\": \" \\n \"}",
                "{\"id\": 1, \"do\": \"resume\", \"rooms\": [{\"room\": \"r\"}]}",
                "[1]",
            })
    void aWrongCommandIsFound(String frame) {
        assertThatThrownBy(() -> schemas.command(frame)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"push\": \"news\", \"room\": \"r\"}",
                "{\"push\": \"events\", \"room\": \"r\", \"events\": []}",
                "{\"push\": \"marker\", \"room\": \"r\", \"seq\": 1.5}",
                "{\"id\": 1, \"ok\": {}, \"error\": {\"code\": \"BUSY\", \"number\": 106, \"retry\": true, \"message\": \"m\"}}",
                "{\"id\": 1, \"error\": {\"code\": \"BUSY\", \"number\": 105, \"retry\": true, \"message\": \"m\"}}",
                "{\"id\": 1, \"error\": {\"code\": \"BUSY\", \"number\": 106, \"retry\": false, \"message\": \"m\"}}",
                "{\"id\": 1, \"error\": {\"code\": \"BUZY\", \"number\": 106, \"retry\": true, \"message\": \"m\"}}",
                "{\"id\": 1, \"ok\": {\"time\": \"2026-11-24T08:30:00Z\"}}",
                "{\"id\": 1, \"ok\": {\"time\": \"2026-11-24T08:30:00.123456Z\"}}",
                "{\"id\": 1, \"ok\": {\"time\": \"2026-11-24T08:30:00.123+01:00\"}}",
                "{\"id\": 1, \"ok\": {}}\n",
            })
    void aWrongServerFrameIsFound(String frame) {
        assertThatThrownBy(() -> schemas.serverFrame(frame)).isInstanceOf(AssertionError.class);
    }

    @Test
    void severalMessagesInOneFrameAreAllChecked() {
        String left = "{\"id\": 1, \"ok\": {}}";
        assertThat(schemas.serverFrame(left + "\n" + left)).hasSize(2);
        assertThatThrownBy(() -> schemas.serverFrame(left + "\n{\"id\": 0, \"ok\": {}}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aReplyMustBeOneToTheCommandThatItAnswers() {
        CheckedConversation conversation = new CheckedConversation(schemas);
        conversation.sent("{\"id\": 1, \"do\": \"ping\"}");
        assertThatThrownBy(() -> conversation.received("{\"id\": 1, \"ok\": {\"seq\": 4}}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aConversationKnowsWhatIsUnanswered() {
        CheckedConversation conversation = new CheckedConversation(schemas);
        conversation.sent("{\"id\": 1, \"do\": \"ping\"}");
        conversation.sent("{\"id\": 2, \"do\": \"leave\", \"room\": \"r\"}");
        conversation.received("{\"id\": 2, \"ok\": {}}");
        assertThat(conversation.unanswered()).isEqualTo(1);
    }
}
