package org.persistentchat.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.SignIn;
import org.persistentchat.pool.OwnDuty;
import org.persistentchat.web.pace.Paces;
import org.persistentchat.web.problem.Incidents;
import org.persistentchat.web.problem.Problem;

/**
 * Lets a handshake through to the upgrade only with a known origin, the subprotocol and good credentials, in this order, so that a ticket is not spent on a
 * handshake that fails for another reason. The caller goes on as the request's principal, which the WebSocket session keeps.
 */
public class HandshakeFilter extends HttpFilter {
    public static final String PATH = "/chat";
    public static final String SUBPROTOCOL = "persistentchat.v1";

    private static final int UPGRADE_REQUIRED = 426;

    @Inject
    transient SignIn signIn;

    @Inject
    transient Authentication authentication;

    @Inject
    transient OriginRules origins;

    @Inject
    transient ChatPolicy policy;

    @Inject
    transient Paces paces;

    @Inject
    transient OwnDuty own;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isHandshake(request)) {
            response.setHeader("Upgrade", "websocket");
            response.setHeader("Sec-WebSocket-Version", "13");
            String detail = "This address speaks WebSocket, version 13, with the subprotocol " + SUBPROTOCOL + ".";
            Problem.of(ErrorCode.SUBPROTOCOL_REQUIRED, detail, UPGRADE_REQUIRED).writeTo(response);
            return;
        }
        if (!own.takesClients()) {
            String detail = "This server takes no new connections. Others do: come back to them, or later.";
            Problem.elsewhere(new ChatException(ErrorCode.SERVER_NOT_ACTIVE, detail), own.elsewhere())
                    .writeTo(response);
            return;
        }
        ChatPrincipal caller;
        try {
            caller = new ChatPrincipal(admit(request));
        } catch (RuntimeException refused) {
            Problem.of(Incidents.told(refused)).writeTo(response);
            return;
        }
        response.reset(); // headers meant for pages: the container would keep them as long as the connection
        chain.doFilter(new SignedInRequest(request, caller), response);
    }

    private Credential admit(HttpServletRequest request) {
        if (!origins.allows(request.getHeader("Origin"), request.getHeader("Host"))) {
            throw new ChatException(ErrorCode.ORIGIN_FORBIDDEN, "Pages of this origin may not connect.");
        }
        if (!offersSubprotocol(request)) {
            throw new ChatException(
                    ErrorCode.SUBPROTOCOL_REQUIRED, "The handshake must offer the subprotocol " + SUBPROTOCOL + ".");
        }
        String ticket = request.getParameter("ticket");
        Credential credential =
                ticket == null ? authentication.credential(request.getHeader("Authorization")) : signIn.redeem(ticket);
        policy.check(credential.person());
        paces.of(credential.person().id()).checkConnection();
        return credential;
    }

    private static boolean isHandshake(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && tokens(request, "Upgrade").anyMatch("websocket"::equalsIgnoreCase)
                && tokens(request, "Connection").anyMatch("upgrade"::equalsIgnoreCase)
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && request.getHeader("Sec-WebSocket-Key") != null;
    }

    private static boolean offersSubprotocol(HttpServletRequest request) {
        return tokens(request, "Sec-WebSocket-Protocol").anyMatch(SUBPROTOCOL::equals);
    }

    private static Stream<String> tokens(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip);
    }

    /** The request of a caller who is known. */
    private static final class SignedInRequest extends HttpServletRequestWrapper {
        private final ChatPrincipal caller;

        SignedInRequest(HttpServletRequest request, ChatPrincipal caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public @Nullable String getRemoteUser() {
            return caller.getName();
        }
    }
}
