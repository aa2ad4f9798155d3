package org.persistentchat.web.connection;

import java.time.Instant;
import java.util.List;
import org.persistentchat.event.EventKind;
import org.persistentchat.history.HistoryPage;
import org.persistentchat.journal.Posted;
import org.persistentchat.room.RoomPosition;
import org.persistentchat.session.ChatSession;
import org.persistentchat.session.Counted;
import org.persistentchat.session.Entered;
import org.persistentchat.session.MessageText;
import org.persistentchat.session.Reply;
import org.persistentchat.session.Resumed;
import org.persistentchat.session.Shown;
import org.persistentchat.web.command.Command;
import org.persistentchat.web.json.ErrorForm;
import org.persistentchat.web.json.EventForm;
import org.persistentchat.web.json.PresenceForm;
import org.persistentchat.web.json.RoomForm;
import org.persistentchat.web.json.Timestamps;

/** Gives the commands of one connection to its session, and the answers the form of the protocol. */
final class CommandDispatch implements Command.Handler {
    private static final ServerMessages.AnswerForm<Posted> POSTED = (json, posted) -> {
        json.writeNumberField("seq", posted.sequence());
        json.writeStringField("at", Timestamps.text(posted.at()));
    };
    private static final ServerMessages.AnswerForm<Entered> ENTERED = (json, entered) -> {
        json.writeObjectFieldStart("room");
        RoomForm.writeRoom(json, entered.card());
        json.writeEndObject();
        if (entered.counted()) {
            RoomForm.writePosition(json, entered.card().position());
        } else {
            json.writeNumberField("last", entered.card().position().last());
        }
        EventForm.writeEvents(json, entered.events());
    };
    private static final ServerMessages.AnswerForm<HistoryPage> PAGE = (json, page) -> {
        EventForm.writeEvents(json, page.events());
        json.writeNumberField("last", page.last());
    };
    private static final ServerMessages.AnswerForm<Object> NOTHING = (json, answer) -> {};
    private static final ServerMessages.AnswerForm<RoomPosition> MARKER = (json, now) -> {
        json.writeNumberField("seq", now.marker());
        json.writeNumberField("last", now.last());
        RoomForm.writeCounts(json, now);
    };
    private static final ServerMessages.AnswerForm<Instant> TIME =
            (json, time) -> json.writeStringField("time", Timestamps.text(time));

    private final Connection connection;
    private final ChatSession session;

    CommandDispatch(Connection connection, ChatSession session) {
        this.connection = connection;
        this.session = session;
    }

    @Override
    public void enter(Command.EnterRoom command) {
        session.enter(command.room(), command.history(), reply(command, ENTERED));
    }

    @Override
    public void leave(Command.LeaveRoom command) {
        session.leave(command.room(), reply(command, NOTHING::write));
    }

    @Override
    public void post(Command.PostMessage command) {
        session.messages().post(command.room(), command.key(), command.text(), reply(command, POSTED));
    }

    @Override
    public void edit(Command.EditMessage command) {
        MessageText text = new MessageText(EventKind.EDIT, command.title(), command.body(), 0);
        session.messages().edit(command.room(), command.key(), command.target(), text, reply(command, POSTED));
    }

    @Override
    public void delete(Command.DeleteMessage command) {
        session.messages().delete(command.room(), command.key(), command.target(), reply(command, POSTED));
    }

    @Override
    public void react(Command.ReactToMessage command) {
        session.messages()
                .react(command.room(), command.key(), command.target(), command.wish(), reply(command, POSTED));
    }

    @Override
    public void pin(Command.PinMessage command) {
        session.messages().pin(command.room(), command.key(), command.target(), command.on(), reply(command, POSTED));
    }

    @Override
    public void history(Command.ReadHistory command) {
        session.history(command.room(), command.query(), reply(command, PAGE));
    }

    @Override
    public void resume(Command.ResumeRooms command) {
        session.resume(command.points(), reply(command, resumed(command.names())));
    }

    @Override
    public void mark(Command.MoveMarker command) {
        session.reading().mark(command.room(), command.sequence(), reply(command, MARKER));
    }

    @Override
    public void show(Command.ShowRooms command) {
        session.presence().show(command.rooms(), reply(command, shown(command.names())));
    }

    @Override
    public void typing(Command.ShowTyping command) {
        session.presence().typing(command.room(), reply(command, NOTHING::write));
    }

    @Override
    public void counts(Command.CountUnread command) {
        session.reading().counts(command.rooms(), reply(command, counted(command.names())));
    }

    @Override
    public void ping(Command.Ping command) {
        reply(command, TIME).ok(Instant.now());
    }

    private <T> Reply<T> reply(Command command, ServerMessages.AnswerForm<T> form) {
        connection.begun();
        return new CommandReply<>(connection, command.id(), form);
    }

    private static ServerMessages.AnswerForm<List<Counted>> counted(List<String> names) {
        return (json, rooms) -> {
            json.writeArrayFieldStart("rooms");
            for (int i = 0; i < rooms.size(); i++) {
                Counted room = rooms.get(i);
                json.writeStartObject();
                json.writeStringField("room", names.get(i));
                if (room.position() != null) {
                    RoomForm.writePosition(json, room.position());
                } else if (room.refusal() != null) {
                    ErrorForm.writeError(json, room.refusal());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    private static ServerMessages.AnswerForm<List<Shown>> shown(List<String> names) {
        return (json, rooms) -> {
            json.writeArrayFieldStart("rooms");
            for (int i = 0; i < rooms.size(); i++) {
                Shown room = rooms.get(i);
                json.writeStartObject();
                json.writeStringField("room", names.get(i));
                if (room.people() != null) {
                    PresenceForm.writePeople(json, room.people());
                } else if (room.refusal() != null) {
                    ErrorForm.writeError(json, room.refusal());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    private static ServerMessages.AnswerForm<List<Resumed>> resumed(List<String> names) {
        return (json, rooms) -> {
            json.writeArrayFieldStart("rooms");
            for (int i = 0; i < rooms.size(); i++) {
                Resumed room = rooms.get(i);
                json.writeStartObject();
                json.writeStringField("room", names.get(i));
                if (room.refusal() != null) {
                    ErrorForm.writeError(json, room.refusal());
                } else {
                    json.writeNumberField("last", room.last());
                    if (room.position() != null) {
                        json.writeNumberField("marker", room.position().marker());
                        RoomForm.writeCounts(json, room.position());
                    }
                    EventForm.writeEvents(json, room.events());
                    if (room.reset()) {
                        json.writeBooleanField("reset", true);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }
}
