package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.identity.SignIn;
import org.persistentchat.identity.Ticket;
import org.persistentchat.web.json.Timestamps;

/** Tickets, with which a browser opens its WebSocket. */
@Path("/tickets")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class Tickets {
    @Inject
    SignIn signIn;

    @Inject
    ChatPolicy policy;

    @Inject
    Caller caller;

    @POST
    @Contract(does = "Sells a ticket that opens one WebSocket.", answers = "Ticket")
    public Response create() {
        policy.check(caller.person());
        Ticket ticket = signIn.ticket(caller.credential());
        return Answers.created(json -> {
            json.writeStringField("ticket", ticket.text());
            json.writeStringField("expiresAt", Timestamps.text(ticket.expiresAt()));
        });
    }
}
