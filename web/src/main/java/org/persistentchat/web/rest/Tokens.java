package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.AccessToken;
import org.persistentchat.identity.SignIn;
import org.persistentchat.web.json.PersonForm;
import org.persistentchat.web.json.Timestamps;
import org.persistentchat.web.signin.Authentication;
import org.persistentchat.web.signin.Authentication.AccountAndPassword;

/** Tokens: signing in and out. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class Tokens {
    @Inject
    SignIn signIn;

    @Inject
    Authentication authentication;

    @Inject
    Caller caller;

    @POST
    @Contract(does = "Signs in.", takes = "Credentials", answers = "Token")
    public Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, InputStream content) {
        AccountAndPassword given = authentication.basic(authorization);
        if (given == null) {
            Body body = Body.read(content);
            given = new AccountAndPassword(body.text("account"), body.text("password"));
        }
        AccessToken token = signIn.signIn(given.account(), given.password());
        return Answers.created(json -> {
            json.writeStringField("token", token.text());
            json.writeStringField("expiresAt", Timestamps.text(token.expiresAt()));
            PersonForm.writePerson(json, token.person());
        });
    }

    @DELETE
    @Path("/current")
    @SignedIn
    @Contract(does = "Signs out: revokes the token that is presented.")
    public Response revoke() {
        signIn.revoke(caller.credential());
        return Response.noContent().build();
    }
}
