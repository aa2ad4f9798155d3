package org.persistentchat.web.command;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.history.HistoryQuery.Direction;
import org.persistentchat.room.RoomId;
import org.persistentchat.session.MessageText;
import org.persistentchat.session.ReactionWish;
import org.persistentchat.session.ResumePoint;
import org.persistentchat.web.command.Command.CountUnread;
import org.persistentchat.web.command.Command.DeleteMessage;
import org.persistentchat.web.command.Command.EditMessage;
import org.persistentchat.web.command.Command.EnterRoom;
import org.persistentchat.web.command.Command.LeaveRoom;
import org.persistentchat.web.command.Command.MoveMarker;
import org.persistentchat.web.command.Command.PinMessage;
import org.persistentchat.web.command.Command.Ping;
import org.persistentchat.web.command.Command.PostMessage;
import org.persistentchat.web.command.Command.ReactToMessage;
import org.persistentchat.web.command.Command.ReadHistory;
import org.persistentchat.web.command.Command.ResumeRooms;
import org.persistentchat.web.command.Command.ShowRooms;
import org.persistentchat.web.command.Command.ShowTyping;

/** Makes commands of frames. Any text whatever gives a command or a refusal, never another exception. Used by many threads at once. */
@Dependent
public class CommandDecoder {
    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_ROOM_TEXT = 64;

    /** Ids of rooms begin with 1: asking for this one is answered as for any room that does not exist. */
    private static final RoomId NOWHERE = new RoomId(0);

    private static final List<Cursor> CURSORS = List.of(
            new Cursor("before", Direction.BEFORE, 1),
            new Cursor("after", Direction.AFTER, 0),
            new Cursor("around", Direction.AROUND, 1));

    private static final Map<String, EventKind> MESSAGES = Stream.of(EventKind.values())
            .filter(EventKind::isMessage)
            .collect(Collectors.toUnmodifiableMap(EventKind::label, Function.identity()));

    private final ChatLimits limits;
    private final FrameReader reader;

    @Inject
    public CommandDecoder(ChatLimits limits) {
        this.limits = limits;
        this.reader = new FrameReader();
    }

    /** The command in {@code frame}. */
    public Command decode(String frame) throws RefusedFrameException {
        Members members = new Members();
        try {
            reader.read(frame, members);
            return command(members);
        } catch (ChatException refusal) {
            Long id = members.id();
            throw new RefusedFrameException(id == null ? 0 : id, refusal);
        }
    }

    private Command command(Members members) {
        Long id = members.id();
        if (id == null) {
            throw new ChatException(ErrorCode.MALFORMED, "\"id\" must be an integer from 1 to 2^53-1.");
        }
        return switch (name(members)) {
            case "post" -> new PostMessage(id, room(members), members.text("key"), said(members));
            case "edit", "delete", "react", "pin" -> change(id, members);
            case "enter" -> new EnterRoom(id, room(members), newest(members));
            case "leave" -> new LeaveRoom(id, room(members));
            case "history" -> new ReadHistory(id, room(members), query(members));
            case "resume" -> resume(id, members.objects("rooms"));
            case "mark" -> new MoveMarker(id, room(members), members.integer("seq", 1, Members.MAX_INTEGER));
            case "show" -> show(id, members.texts("rooms"));
            case "counts" -> counts(id, members.texts("rooms"));
            case "typing" -> new ShowTyping(id, room(members));
            case "ping" -> new Ping(id);
            default -> throw new ChatException(ErrorCode.UNKNOWN_COMMAND, "\"do\" names no command.");
        };
    }

    private static Command change(long id, Members members) {
        RoomId room = room(members);
        String key = members.text("key");
        long target = members.integer("target", 1, Members.MAX_INTEGER);
        return switch (name(members)) {
            case "edit" -> new EditMessage(id, room, key, target, members.optionalText("title"), members.text("body"));
            case "delete" -> new DeleteMessage(id, room, key, target);
            case "react" ->
                new ReactToMessage(
                        id, room, key, target, new ReactionWish(members.text("emoji"), members.flag("on", true)));
            default -> new PinMessage(id, room, key, target, members.flag("on", true));
        };
    }

    private static MessageText said(Members members) {
        String kind = members.optionalText("kind");
        long reply = members.has("reply") ? members.integer("reply", 1, Members.MAX_INTEGER) : 0;
        EventKind said = MESSAGES.get(kind == null ? EventKind.MESSAGE.label() : kind);
        if (said == null) {
            throw Members.invalid("kind", "is no kind of message");
        }
        return new MessageText(said, members.optionalText("title"), members.text("body"), reply);
    }

    private int newest(Members members) {
        return members.integer("history", limits.historyDefault(), 0, limits.historyPage());
    }

    private static String name(Members members) {
        try {
            return members.text("do");
        } catch (ChatException missing) {
            throw new ChatException(ErrorCode.MALFORMED, "\"do\" must be the name of a command.", missing);
        }
    }

    private static RoomId room(Members members) {
        return parse(roomText(members));
    }

    private static RoomId parse(String room) {
        return RoomId.parse(room).orElse(NOWHERE);
    }

    private static String roomText(Members members) {
        return checkedRoom("room", members.text("room"));
    }

    private static String checkedRoom(String member, String room) {
        if (room.isEmpty() || room.length() > MAX_ROOM_TEXT) {
            throw Members.invalid(member, "is no id of a room");
        }
        return room;
    }

    private HistoryQuery query(Members members) {
        int limit = members.integer("limit", Math.min(DEFAULT_PAGE, limits.historyPage()), 1, limits.historyPage());
        List<Cursor> given =
                CURSORS.stream().filter(cursor -> members.has(cursor.name())).toList();
        if (given.isEmpty()) {
            return HistoryQuery.newest(limit);
        }
        Cursor cursor = given.get(0);
        if (given.size() > 1) {
            throw Members.invalid(cursor.name(), "and \"" + given.get(1).name() + "\" exclude each other");
        }
        Instant time = members.time(cursor.name());
        if (time != null) {
            return new HistoryQuery(cursor.direction(), 0, limit, time);
        }
        long sequence = members.integer(cursor.name(), cursor.least(), Members.MAX_INTEGER);
        return new HistoryQuery(cursor.direction(), sequence, limit);
    }

    private ResumeRooms resume(long id, List<Members> rooms) {
        if (rooms.isEmpty()) {
            throw Members.invalid("rooms", "is empty");
        }
        if (rooms.size() > limits.resumeRooms()) {
            String message = "One resume has at most " + limits.resumeRooms() + " rooms.";
            throw ChatException.overLimit(ErrorCode.INVALID_FIELD, message, limits.resumeRooms());
        }
        List<String> names = rooms.stream().map(CommandDecoder::roomText).toList();
        List<ResumePoint> points = rooms.stream()
                .map(room -> new ResumePoint(room(room), room.integer("after", 0, Members.MAX_INTEGER)))
                .toList();
        return new ResumeRooms(id, names, points);
    }

    private ShowRooms show(long id, List<String> rooms) {
        List<String> names = names(rooms, limits.shownRooms());
        return new ShowRooms(id, names, ids(names));
    }

    private CountUnread counts(long id, List<String> rooms) {
        List<String> names = names(rooms, limits.resumeRooms());
        return new CountUnread(id, names, ids(names));
    }

    private static List<String> names(List<String> rooms, int most) {
        if (rooms.size() > most) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "\"rooms\" names at most " + most + " rooms here.", most);
        }
        return rooms.stream().map(room -> checkedRoom("rooms", room)).distinct().toList();
    }

    private static List<RoomId> ids(List<String> names) {
        return names.stream().map(CommandDecoder::parse).toList();
    }

    /** A member that says where a page of history lies, and the least value that it has. */
    private record Cursor(String name, Direction direction, long least) {}
}
