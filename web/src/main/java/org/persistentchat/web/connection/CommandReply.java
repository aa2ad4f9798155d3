package org.persistentchat.web.connection;

import org.persistentchat.error.ChatException;
import org.persistentchat.session.Reply;
import org.persistentchat.web.problem.Incidents;

/** The way of an answer back to the command with this id. */
record CommandReply<T>(Connection connection, long id, ServerMessages.AnswerForm<T> form) implements Reply<T> {
    @Override
    public void ok(T answer) {
        byte[] message;
        try {
            message = ServerMessages.ok(id, form, answer);
        } catch (RuntimeException defect) {
            message = ServerMessages.error(id, Incidents.told(defect)); // the thread of the chat has others to answer
        }
        connection.put(message);
        connection.done();
    }

    @Override
    public void failed(ChatException reason) {
        connection.put(ServerMessages.error(id, reason));
        connection.done();
    }
}
