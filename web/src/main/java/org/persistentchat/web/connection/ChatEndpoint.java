package org.persistentchat.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.web.outbound.CloseCode;
import org.persistentchat.web.outbound.FrameSender;
import org.persistentchat.web.outbound.UndertowFrameSender;
import org.persistentchat.web.problem.Incidents;
import org.persistentchat.web.signin.ChatPrincipal;

/** The WebSocket endpoint: one instance, which joins each of the container's sessions to a {@link Connection}. */
@ApplicationScoped
public class ChatEndpoint extends Endpoint {
    private static final String CONNECTION = Connection.class.getName();

    @Inject
    Connections connections;

    @Inject
    ChatLimits limits;

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        FrameSender sender = UndertowFrameSender.of(session);
        session.setMaxIdleTimeout(0); // the heartbeat is ours
        try {
            if (!(session.getUserPrincipal() instanceof ChatPrincipal caller)) {
                throw new IllegalStateException("The handshake let somebody unknown through");
            }
            Connection connection = connections.begin(caller.credential(), sender, UndertowFrameSender.worker(session));
            session.getUserProperties().put(CONNECTION, connection);
            session.addMessageHandler(String.class, new TextFrames(connection, limits.frameBytes()));
            session.addMessageHandler(ByteBuffer.class, new BinaryFrames(connection, limits.frameBytes()));
        } catch (RuntimeException failure) {
            Incidents.told(failure);
            sender.close(CloseCode.UNEXPECTED);
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (session.getUserProperties().get(CONNECTION) instanceof Connection connection) {
            connection.closed();
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        if (failure instanceof IOException) {
            ConnectionLog.LOG.broken(failure); // networks break; the container closes the session
        } else {
            Incidents.told(failure);
        }
    }
}
