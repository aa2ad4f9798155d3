package org.persistentchat.session;

import org.persistentchat.error.ChatException;
import org.persistentchat.event.EventBatch;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.RoomId;

/**
 * A connection's way out, implemented by a transport. The chat calls it from its own threads, one call at a time per room but several
 * rooms at once. All but {@link #flush()} only put into the connection's bounded queue: nothing here waits for a socket. When the queue
 * is full the transport ends the connection and goes on ignoring calls.
 */
public interface Outlet {

    /** Events that continue exactly where the last batch of the room (or the answer to enter or resume) ended. */
    void deliver(EventBatch batch);

    /** The person's read marker of the room is now at {@code sequence}, moved by another connection. */
    void markerMoved(RoomId room, long sequence);

    /**
     * Who is in a shown room, or types there. Soft: while much waits for the client it is not taken, and the answer is false; a queue is
     * never full because of it.
     */
    boolean presence(PresencePush push);

    /** The person was made a member of a room by somebody else. */
    void invited(InvitationView invitation);

    /** The connection was taken out of the room. */
    void left(RoomId room, ChatException reason);

    /** The person may not use the chat any more: the connection is to be ended. */
    void deactivated();

    /** Everything of this round is in the queue: send it. Called once after one or several of the calls above or of {@link Reply}. */
    void flush();
}
