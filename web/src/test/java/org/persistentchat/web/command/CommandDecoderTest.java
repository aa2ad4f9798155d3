package org.persistentchat.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.history.HistoryQuery.Direction;
import org.persistentchat.room.RoomId;
import org.persistentchat.session.MessageText;
import org.persistentchat.session.ReactionWish;
import org.persistentchat.session.ResumePoint;
import org.persistentchat.web.command.Command.CountUnread;
import org.persistentchat.web.command.Command.EnterRoom;
import org.persistentchat.web.command.Command.LeaveRoom;
import org.persistentchat.web.command.Command.MoveMarker;
import org.persistentchat.web.command.Command.Ping;
import org.persistentchat.web.command.Command.PostMessage;
import org.persistentchat.web.command.Command.ReadHistory;
import org.persistentchat.web.command.Command.ResumeRooms;
import org.persistentchat.web.command.Command.ShowRooms;
import org.persistentchat.web.command.Command.ShowTyping;

/** Every command, and what is refused with which code. */
class CommandDecoderTest {
    private static final RoomId ROOM = new RoomId(77);
    private static final String OPS = ROOM.text();

    private final CommandDecoder decoder = new CommandDecoder(ChatLimits.DEFAULT);

    @Test
    void everyCommandIsUnderstood() throws RefusedFrameException {
        assertThat(decode("{'id':1,'do':'enter','room':'%s'}")).isEqualTo(new EnterRoom(1, ROOM, 30));
        assertThat(decode("{'id':1,'do':'enter','room':'%s','history':0}")).isEqualTo(new EnterRoom(1, ROOM, 0));
        assertThat(decode("{'id':2,'do':'leave','room':'%s'}")).isEqualTo(new LeaveRoom(2, ROOM));
        assertThat(decode("{'id':3,'do':'post','room':'%s','key':'k','body':'b'}"))
                .isEqualTo(new PostMessage(3, ROOM, "k", MessageText.plain("b")));
        assertThat(decode("{'id':3,'do':'post','room':'%s','key':'k','kind':'story','title':'t','body':'b','reply':7}"))
                .isEqualTo(new PostMessage(3, ROOM, "k", new MessageText(EventKind.STORY, "t", "b", 7)));
        assertThat(decode("{'id':6,'do':'mark','room':'%s','seq':42}")).isEqualTo(new MoveMarker(6, ROOM, 42));
        assertThat(decode("{'id':8,'do':'show','rooms':[]}")).isEqualTo(new ShowRooms(8, List.of(), List.of()));
        assertThat(decode("{'id':8,'do':'counts','rooms':['%s']}"))
                .isEqualTo(new CountUnread(8, List.of(OPS), List.of(ROOM)));
        assertThat(decode("{'id':9,'do':'typing','room':'%s'}")).isEqualTo(new ShowTyping(9, ROOM));
        assertThat(decode("{'id':9007199254740991,'do':'ping'}")).isEqualTo(new Ping(9007199254740991L));
    }

    @Test
    void everyChangeOfAMessageIsUnderstood() throws RefusedFrameException {
        String target = "'room':'%s','key':'k','target':42";
        assertThat(decode("{'id':1,'do':'edit'," + target + ",'body':'b'}"))
                .isEqualTo(new Command.EditMessage(1, ROOM, "k", 42, null, "b"));
        assertThat(decode("{'id':1,'do':'edit'," + target + ",'body':'b','title':'t'}"))
                .isEqualTo(new Command.EditMessage(1, ROOM, "k", 42, "t", "b"));
        assertThat(decode("{'id':1,'do':'delete'," + target + "}"))
                .isEqualTo(new Command.DeleteMessage(1, ROOM, "k", 42));
        assertThat(decode("{'id':1,'do':'react'," + target + ",'emoji':'x'}"))
                .isEqualTo(new Command.ReactToMessage(1, ROOM, "k", 42, new ReactionWish("x", true)));
        assertThat(decode("{'id':1,'do':'react'," + target + ",'emoji':'x','on':false}"))
                .isEqualTo(new Command.ReactToMessage(1, ROOM, "k", 42, new ReactionWish("x", false)));
        assertThat(decode("{'id':1,'do':'pin'," + target + ",'on':true}"))
                .isEqualTo(new Command.PinMessage(1, ROOM, "k", 42, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'do':'delete','key':'k'",
                "'do':'delete','key':'k','target':0",
                "'do':'delete','target':1",
                "'do':'edit','key':'k','target':1",
                "'do':'edit','key':'k','target':1,'body':'b','title':1",
                "'do':'react','key':'k','target':1",
                "'do':'react','key':'k','target':1,'emoji':'x','on':1",
                "'do':'pin','key':'k','target':1,'on':'true'",
                "'do':'pin','key':'k','target':1,'on':null",
                "'do':'post','key':'k','body':'b','kind':'edit'",
                "'do':'post','key':'k','body':'b','kind':1",
                "'do':'post','key':'k','body':'b','reply':0",
            })
    void aChangeThatIsIncompleteOrOutOfRangeIsRefused(String members) {
        RefusedFrameException refusal =
                catchThrowableOfType(RefusedFrameException.class, () -> decode("{'id':1,'room':'%s'," + members + "}"));

        assertThat(refusal.reason().code()).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(refusal.id()).isEqualTo(1);
    }

    @Test
    void aPageOfHistoryIsNamedByAtMostOneCursor() throws RefusedFrameException {
        assertThat(history("")).isEqualTo(HistoryQuery.newest(50));
        assertThat(history(",'before':120,'limit':7")).isEqualTo(new HistoryQuery(Direction.BEFORE, 120, 7));
        assertThat(history(",'after':0")).isEqualTo(new HistoryQuery(Direction.AFTER, 0, 50));
        assertThat(history(",'around':9,'limit':500")).isEqualTo(new HistoryQuery(Direction.AROUND, 9, 500));
    }

    @Test
    void aResumeKeepsTheOrderAndTheNamesOfItsRooms() throws RefusedFrameException {
        Command command = decode(
                "{'id':5,'do':'resume','rooms':[{'room':'%s','after':42,'x':[1]},{'room':'no room','after':0}]}");

        assertThat(command)
                .isEqualTo(new ResumeRooms(
                        5,
                        List.of(OPS, "no room"),
                        List.of(new ResumePoint(ROOM, 42), new ResumePoint(new RoomId(0), 0))));
    }

    @Test
    void aRoomThatIsShownTwiceIsShownOnce() throws RefusedFrameException {
        assertThat(decode("{'id':8,'do':'show','rooms':['%s','no room','%s']}"))
                .isEqualTo(new ShowRooms(8, List.of(OPS, "no room"), List.of(ROOM, new RoomId(0))));
    }

    @Test
    void theOrderOfMembersDoesNotMatterAndUnknownOnesAreIgnored() throws RefusedFrameException {
        assertThat(decode("{'x':{'y':[null,1.5,{}]},'body':'b','key':'k','room':'%s','do':'post','limit':'?','id':3}"))
                .isEqualTo(new PostMessage(3, ROOM, "k", MessageText.plain("b")));
    }

    @Test
    void textIsTakenAsItWasSent() throws RefusedFrameException {
        PostMessage post = (PostMessage)
                decode("{'id':3,'do':'post','room':'%s','key':'\\u0000','body':' \\u00e9\\ud83d\\ude00\\n\\t\u2028 '}");

        assertThat(post.text().body()).isEqualTo(" é😀\n\t\u2028 ");
        assertThat(post.key()).isEqualTo("\0");
    }

    @Test
    void aRoomThatIsNoIdIsAnsweredLikeOneThatDoesNotExist() throws RefusedFrameException {
        assertThat(decode("{'id':1,'do':'leave','room':'Operations'}")).isEqualTo(new LeaveRoom(1, new RoomId(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "[]",
                "[{'id':1,'do':'ping'}]",
                "7",
                "'ping'",
                "null",
                "{",
                "{}",
                "{'do':'ping'}",
                "{'id':0,'do':'ping'}",
                "{'id':-1,'do':'ping'}",
                "{'id':1.5,'do':'ping'}",
                "{'id':1e3,'do':'ping'}",
                "{'id':'1','do':'ping'}",
                "{'id':null,'do':'ping'}",
                "{'id':9007199254740992,'do':'ping'}",
                "{'id':99999999999999999999,'do':'ping'}",
                "{'id':01,'do':'ping'}",
                "{id:1,'do':'ping'}",
                "{'do':'ping','do':'ping','id':1}",
                "\uFEFF{'id':1,'do':'ping'}",
            })
    void aFrameWhoseIdIsUnknownIsRefusedWithoutOne(String frame) {
        RefusedFrameException refusal = refusal(frame);

        assertThat(refusal.id()).isZero();
        assertThat(refusal.reason().code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':4}                                                   | MALFORMED",
                "{'id':4,'do':7}                                            | MALFORMED",
                "{'id':4,'do':null}                                         | MALFORMED",
                "{'id':4,'do':'ping'}x                                      | MALFORMED",
                "{'id':4,'do':'ping'}{}                                     | MALFORMED",
                "{'id':4,'do':'ping'                                        | MALFORMED",
                "{'id':4,'do':'ping','do':'post'}                           | MALFORMED",
                "{'id':4,'do':'ping',}                                      | MALFORMED",
                "{'id':4,'do':'ping','x':[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]} | MALFORMED",
                "{'id':4,'do':'ping','x':NaN}                               | MALFORMED",
                "{'id':4,'do':'shout'}                                      | UNKNOWN_COMMAND",
                "{'id':4,'do':'Ping'}                                       | UNKNOWN_COMMAND",
                "{'id':4,'do':'post','key':'k','body':'b'}                  | INVALID_FIELD",
                "{'id':4,'do':'post','room':7,'key':'k','body':'b'}         | INVALID_FIELD",
                "{'id':4,'do':'post','room':'','key':'k','body':'b'}        | INVALID_FIELD",
                "{'id':4,'do':'post','room':'%s','body':'b'}                | INVALID_FIELD",
                "{'id':4,'do':'post','room':'%s','key':null,'body':'b'}     | INVALID_FIELD",
                "{'id':4,'do':'post','room':'%s','key':'k','body':['b']}    | INVALID_FIELD",
                "{'id':4,'do':'post','room':'%s','key':'k','body':'\\ud83d'} | INVALID_FIELD",
                "{'id':4,'do':'post','room':'%s','key':'k','body':'\\ude00\\ud83d'} | INVALID_FIELD",
                "{'id':4,'do':'enter','room':'%s','history':501}            | INVALID_FIELD",
                "{'id':4,'do':'enter','room':'%s','history':-1}             | INVALID_FIELD",
                "{'id':4,'do':'enter','room':'%s','history':'30'}           | INVALID_FIELD",
                "{'id':4,'do':'history','room':'%s','limit':0}              | INVALID_FIELD",
                "{'id':4,'do':'history','room':'%s','before':0}             | INVALID_FIELD",
                "{'id':4,'do':'history','room':'%s','after':1,'around':2}   | INVALID_FIELD",
                "{'id':4,'do':'mark','room':'%s','seq':0}                   | INVALID_FIELD",
                "{'id':4,'do':'mark','room':'%s','seq':9007199254740992}    | INVALID_FIELD",
                "{'id':4,'do':'show'}                                       | INVALID_FIELD",
                "{'id':4,'do':'show','rooms':'%s'}                          | INVALID_FIELD",
                "{'id':4,'do':'show','rooms':[7]}                           | INVALID_FIELD",
                "{'id':4,'do':'show','rooms':['']}                          | INVALID_FIELD",
                "{'id':4,'do':'show','rooms':['\\ud83d']}                  | INVALID_FIELD",
                "{'id':4,'do':'show','rooms':[{'room':'%s'}]}               | INVALID_FIELD",
                "{'id':4,'do':'counts','rooms':[null]}                      | INVALID_FIELD",
                "{'id':4,'do':'typing'}                                     | INVALID_FIELD",
                "{'id':4,'do':'resume','rooms':[]}                          | INVALID_FIELD",
                "{'id':4,'do':'resume','rooms':{}}                          | INVALID_FIELD",
                "{'id':4,'do':'resume','rooms':['%s']}                      | INVALID_FIELD",
                "{'id':4,'do':'resume','rooms':[{'room':'%s'}]}             | INVALID_FIELD",
                "{'id':4,'do':'resume','rooms':[{'room':'%s','after':-1}]}  | INVALID_FIELD",
            })
    void aFrameWhoseIdIsKnownIsRefusedWithIt(String frame, ErrorCode code) {
        RefusedFrameException refusal = refusal(frame);

        assertThat(refusal.id()).isEqualTo(4);
        assertThat(refusal.reason().code()).isEqualTo(code);
        assertThat(refusal.reason().getMessage()).isNotBlank();
    }

    @Test
    void aLimitThatWasPassedIsTold() {
        String room = "{'room':'%s','after':0}";
        String rooms = room + ("," + room).repeat(500);

        assertThat(refusal("{'id':4,'do':'resume','rooms':[" + rooms + "]}")
                        .reason()
                        .limit())
                .hasValue(500);
        assertThat(refusal("{'id':8,'do':'show','rooms':['a'" + ",'a'".repeat(10) + "]}")
                        .reason()
                        .limit())
                .hasValue(10);
        assertThat(refusal("{'id':4,'do':'history','room':'%s','limit':501}")
                        .reason()
                        .limit())
                .hasValue(500);
    }

    private HistoryQuery history(String members) throws RefusedFrameException {
        return ((ReadHistory) decode("{'id':4,'do':'history','room':'%s'" + members + "}")).query();
    }

    private RefusedFrameException refusal(String frame) {
        RefusedFrameException refusal = catchThrowableOfType(RefusedFrameException.class, () -> decode(frame));
        assertThat(refusal).as(frame).isNotNull();
        return refusal;
    }

    private Command decode(String frame) throws RefusedFrameException {
        return decoder.decode(frame.replace('\'', '"').replace("%s", OPS));
    }
}
