package org.persistentchat.session;

import java.util.Set;
import java.util.function.Function;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;
import org.persistentchat.journal.DeleteDraft;
import org.persistentchat.journal.Draft;
import org.persistentchat.journal.EditDraft;
import org.persistentchat.journal.PinDraft;
import org.persistentchat.journal.PostDraft;
import org.persistentchat.journal.Posted;
import org.persistentchat.journal.ReactDraft;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;

/**
 * What a connection says in rooms that it has entered, and does to messages there. Each becomes an event; each has a key that makes a
 * resend harmless. None throws for a refusal: the reply gets it.
 */
public final class MessageCommands {
    private final ChatSession session;
    private final SessionServices services;

    MessageCommands(ChatSession session, SessionServices services) {
        this.session = session;
        this.services = services;
    }

    /** Says something. */
    public void post(RoomId id, String key, MessageText text, Reply<Posted> reply) {
        commit(id, key, reply, room -> {
            MessageRules.check(text, services.limits());
            RoomRights.checkPost(session.subject(), room);
            session.presence().stoppedTyping(id);
            return new PostDraft(
                    room,
                    session.person(),
                    key,
                    text.kind(),
                    text.title(),
                    text.body(),
                    text.reply(),
                    mentions(text.body(), room));
        });
    }

    /**
     * Gives a message another text, which is that of {@code text}; a title that is not null becomes that of a story. Its author and managers
     * may.
     */
    public void edit(RoomId id, String key, long target, MessageText text, Reply<Posted> reply) {
        commit(id, key, reply, room -> {
            MessageRules.checkEdit(text.title(), text.body(), services.limits());
            boolean manages = RoomRights.mayManage(session.subject(), room);
            if (!manages) {
                RoomRights.checkPost(session.subject(), room);
            }
            EditDraft.Text now = new EditDraft.Text(
                    text.title(), text.body(), services.limits().bodyCharacters());
            return new EditDraft(room, session.person(), key, target, now, manages, mentions(text.body(), room));
        });
    }

    /** Deletes a message. Its author, managers and administrators may. */
    public void delete(RoomId id, String key, long target, Reply<Posted> reply) {
        commit(id, key, reply, room -> {
            boolean ofOthers = RoomRights.mayManage(session.subject(), room);
            return new DeleteDraft(room, session.person(), key, target, ofOthers);
        });
    }

    /** Reacts to a message, or takes the reaction back. Who may read it may. */
    public void react(RoomId id, String key, long target, ReactionWish wish, Reply<Posted> reply) {
        commit(id, key, reply, room -> {
            Emoji.check(wish.emoji());
            return new ReactDraft(room, session.person(), key, target, wish.emoji(), wish.on());
        });
    }

    /** Pins a message for all to find, or ends that. Who may post, and managers, may. */
    public void pin(RoomId id, String key, long target, boolean on, Reply<Posted> reply) {
        commit(id, key, reply, room -> {
            if (!RoomRights.mayManage(session.subject(), room)) {
                RoomRights.checkPost(session.subject(), room);
            }
            return new PinDraft(room, session.person(), key, target, on);
        });
    }

    private void commit(RoomId id, String key, Reply<Posted> reply, Function<Room, Draft> drafting) {
        try {
            MessageRules.checkKey(key, services.limits());
            Draft draft = drafting.apply(entered(id));
            services.journal().post(draft, new ReplyCompletion<>(session, reply, posted -> posted));
        } catch (ChatException refusal) {
            reply.failed(refusal);
        }
    }

    /** The room, if the person may read it and the connection is in it. */
    private Room entered(RoomId id) {
        Room room = services.rooms().readable(session.subject(), id);
        if (!session.isIn(id)) {
            throw new ChatException(ErrorCode.NOT_ENTERED, "Enter the room before posting to it.");
        }
        return room;
    }

    private Set<PersonId> mentions(String body, Room room) {
        return services.mentions().in(body, room, session.person());
    }
}
