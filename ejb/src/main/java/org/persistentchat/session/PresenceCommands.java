package org.persistentchat.session;

import java.util.List;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** What one connection can do about who is there and who types. */
public final class PresenceCommands {
    private final ChatSession session;
    private final SessionServices services;
    private final ShownRooms shown;

    PresenceCommands(ChatSession session, SessionServices services, ShownRooms shown) {
        this.session = session;
        this.services = services;
        this.shown = shown;
    }

    /** Shows these entered rooms and no others: what happens to their people is told. */
    public void show(List<RoomId> rooms, Reply<List<Shown>> reply) {
        shown.show(rooms, session::isIn, reply);
    }

    /** Tells those who show the room that the person types. */
    public void typing(RoomId id, Reply<RoomId> reply) {
        try {
            services.rooms().postable(session.subject(), id);
            if (!shown.contains(id)) {
                throw new ChatException(ErrorCode.NOT_SHOWN, "Show the room before typing in it.");
            }
            services.presence().typing(session.person(), id);
            services.typing(session.person().id(), id, true);
            reply.ok(id);
        } catch (ChatException refusal) {
            reply.failed(refusal);
        }
    }

    /** The person has said what they typed. */
    void stoppedTyping(RoomId room) {
        PersonId person = session.person().id();
        if (services.presence().stoppedTyping(person, room)) {
            services.typing(person, room, false);
        }
    }
}
