package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.JoinRequest;
import org.persistentchat.room.JoinRequests;
import org.persistentchat.web.json.PersonForm;
import org.persistentchat.web.json.Timestamps;

/** Requests to join a room, and their answers. */
@Path("/rooms/{id}/requests")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class RoomRequests {
    @Inject
    JoinRequests requests;

    @Inject
    Caller caller;

    @POST
    @Contract(does = "Asks to be made a member of a closed room.", answers = "JoinRequest")
    public Response ask(@PathParam("id") String id) {
        JoinRequest request = requests.ask(caller.person(), RoomBody.id(id));
        return Answers.created(json -> {
            json.writeStringField("room", request.room().text());
            json.writeStringField("at", Timestamps.text(request.at()));
        });
    }

    @GET
    @Contract(does = "Lists who has asked to join a room. Managers and administrators only.", answers = "JoinRequests")
    public Response list(@PathParam("id") String id) {
        List<JoinRequest> waiting = requests.in(caller.person(), RoomBody.id(id));
        Map<PersonId, Person> people = requests.people(waiting);
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (JoinRequest request : waiting) {
                Person person = people.get(request.person());
                if (person != null) {
                    json.writeStartObject();
                    PersonForm.writePerson(json, person);
                    json.writeStringField("at", Timestamps.text(request.at()));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        });
    }

    @DELETE
    @Path("/me")
    @Contract(does = "Takes the own request to join back.")
    public Response withdraw(@PathParam("id") String id) {
        requests.withdraw(caller.person(), RoomBody.id(id));
        return Response.noContent().build();
    }

    @POST
    @Path("/{account}/approve")
    @Contract(does = "Makes who has asked a member. Managers and administrators only.")
    public Response approve(@PathParam("id") String id, @PathParam("account") String account) {
        requests.approve(caller.person(), RoomBody.id(id), account);
        return Response.noContent().build();
    }

    @POST
    @Path("/{account}/deny")
    @Contract(does = "Refuses a request to join. Managers and administrators only.")
    public Response deny(@PathParam("id") String id, @PathParam("account") String account) {
        requests.deny(caller.person(), RoomBody.id(id), account);
        return Response.noContent().build();
    }
}
