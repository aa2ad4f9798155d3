package org.persistentchat.web.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.room.RoomId;
import org.persistentchat.session.MessageText;
import org.persistentchat.session.ReactionWish;
import org.persistentchat.session.ResumePoint;

/** A well-formed command: its members are present, of the right type and in range. Whether it is allowed is for the chat to say. */
public sealed interface Command {
    /** Chosen by the client, carried by the reply. */
    long id();

    /** Calls the method of {@code handler} that belongs to this command. */
    void accept(Handler handler);

    /** Come into a room and read its newest {@code history} events. */
    record EnterRoom(long id, RoomId room, int history) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.enter(this);
        }
    }

    /** Go out of a room. */
    record LeaveRoom(long id, RoomId room) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.leave(this);
        }
    }

    /** Say something; {@code key} makes a resend harmless. */
    record PostMessage(long id, RoomId room, String key, MessageText text) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.post(this);
        }
    }

    /**
     * Give a message another text.
     *
     * @param title of a story; null leaves it
     */
    record EditMessage(
            long id,
            RoomId room,
            String key,
            long target,
            @Nullable String title,
            String body) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.edit(this);
        }
    }

    /** Delete a message. */
    record DeleteMessage(long id, RoomId room, String key, long target) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.delete(this);
        }
    }

    /** React to a message, or take the reaction back. */
    record ReactToMessage(long id, RoomId room, String key, long target, ReactionWish wish) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.react(this);
        }
    }

    /** Pin a message, or end that. */
    record PinMessage(long id, RoomId room, String key, long target, boolean on) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.pin(this);
        }
    }

    /** Read a page of what was said. */
    record ReadHistory(long id, RoomId room, HistoryQuery query) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.history(this);
        }
    }

    /**
     * Come back after a break.
     *
     * @param names the rooms as the client wrote them, so that the answer about a room that does not exist can name it
     * @param points the same rooms in the same order
     */
    record ResumeRooms(long id, List<String> names, List<ResumePoint> points) implements Command {
        public ResumeRooms {
            names = List.copyOf(names);
            points = List.copyOf(points);
        }

        @Override
        public void accept(Handler handler) {
            handler.resume(this);
        }
    }

    /** Move the read marker. */
    record MoveMarker(long id, RoomId room, long sequence) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.mark(this);
        }
    }

    /**
     * Have these rooms on screen, and no others.
     *
     * @param names the rooms as the client wrote them
     * @param rooms the same rooms in the same order
     */
    record ShowRooms(long id, List<String> names, List<RoomId> rooms) implements Command {
        public ShowRooms {
            names = List.copyOf(names);
            rooms = List.copyOf(rooms);
        }

        @Override
        public void accept(Handler handler) {
            handler.show(this);
        }
    }

    /**
     * Ask what is unread.
     *
     * @param names the rooms as the client wrote them
     * @param rooms the same rooms in the same order
     */
    record CountUnread(long id, List<String> names, List<RoomId> rooms) implements Command {
        public CountUnread {
            names = List.copyOf(names);
            rooms = List.copyOf(rooms);
        }

        @Override
        public void accept(Handler handler) {
            handler.counts(this);
        }
    }

    /** Be seen typing. */
    record ShowTyping(long id, RoomId room) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.typing(this);
        }
    }

    /** Show that the connection is alive. */
    record Ping(long id) implements Command {
        @Override
        public void accept(Handler handler) {
            handler.ping(this);
        }
    }

    /** Does what commands ask. A new command is a new method here, so the compiler finds every handler that lacks it. */
    interface Handler {
        void enter(EnterRoom command);

        void leave(LeaveRoom command);

        void post(PostMessage command);

        void edit(EditMessage command);

        void delete(DeleteMessage command);

        void react(ReactToMessage command);

        void pin(PinMessage command);

        void history(ReadHistory command);

        void resume(ResumeRooms command);

        void mark(MoveMarker command);

        void show(ShowRooms command);

        void typing(ShowTyping command);

        void counts(CountUnread command);

        void ping(Ping command);
    }
}
