package org.persistentchat.session;

import org.persistentchat.error.ChatException;
import org.persistentchat.event.EventBatch;
import org.persistentchat.follow.FollowLevel;
import org.persistentchat.follow.NotifyReason;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/**
 * A connection's way out, implemented by a transport. The chat calls it from its own threads, one call at a time per room but several
 * rooms at once. All but {@link #flush()} only put into the connection's bounded queue: nothing here waits for a socket. When the queue
 * is full the transport ends the connection and goes on ignoring calls.
 */
public interface Outlet {

    /** Events that continue exactly where the last batch of the room (or the answer to enter or resume) ended. */
    void deliver(EventBatch batch);

    /** The person's read marker of the room was moved by another connection; where it is now, and what is unread after it. */
    void markerMoved(RoomId room, RoomPosition now);

    /**
     * Who is in a shown room, or types there. Soft: while much waits for the client it is not taken, and the answer is false; a queue is
     * never full because of it.
     */
    boolean presence(PresencePush push);

    /** Something happened in a followed room. Soft, as {@link #presence}. */
    boolean activity(RoomId room, RoomPosition now);

    /** The person is mentioned, or an alert was given, in a room that was not entered. Soft, as {@link #presence}. */
    boolean notify(RoomId room, long sequence, NotifyReason reason);

    /** The person has chosen another level for the room. */
    void followed(RoomId room, FollowLevel level);

    /** The person was made a member of a room by somebody else. */
    void invited(InvitationView invitation);

    /** The connection was taken out of the room. */
    void left(RoomId room, ChatException reason);

    /** The person may not use the chat any more: the connection is to be ended. */
    void deactivated();

    /** What the connection was opened with does not hold any more: it is to be ended. */
    void signedOut();

    /** Everything of this round is in the queue: send it. Called once after one or several of the calls above or of {@link Reply}. */
    void flush();
}
