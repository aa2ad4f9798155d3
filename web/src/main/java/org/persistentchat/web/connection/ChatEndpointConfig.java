package org.persistentchat.web.connection;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Set;
import org.persistentchat.web.signin.HandshakeFilter;

/** Tells the container where the endpoint is and which subprotocol it speaks. */
public class ChatEndpointConfig implements ServerApplicationConfig {
    @Override
    public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> found) {
        return Set.of(ServerEndpointConfig.Builder.create(ChatEndpoint.class, HandshakeFilter.PATH)
                .subprotocols(List.of(HandshakeFilter.SUBPROTOCOL))
                .configurator(new OneInstance())
                .build());
    }

    @Override
    public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> scanned) {
        return Set.of();
    }

    /** All sessions share the endpoint: it has no state of a session, and thousands of copies would. */
    private static final class OneInstance extends ServerEndpointConfig.Configurator {
        @Override
        public <T> T getEndpointInstance(Class<T> endpoint) {
            return CDI.current().select(endpoint).get();
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true; // the filter has checked it
        }
    }
}
