package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.NewPerson;
import org.persistentchat.identity.People;
import org.persistentchat.identity.Role;
import org.persistentchat.web.json.PersonForm;

/** People: oneself, and creating others. */
@Path("/people")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class PeopleCalls {
    private static final int MAX_AT_ONCE = 1_000;

    @Inject
    People people;

    @Inject
    Caller caller;

    @GET
    @Path("/me")
    @Contract(does = "Shows the caller to themselves.", answers = "Self")
    public Response me() {
        return Answers.ok(json -> PersonForm.writeSelf(json, caller.person()));
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Creates people, all or none. Administrators only.",
            takes = "NewPeople",
            answers = "CreatedPeople")
    public Response create(@QueryParam("existing") @Nullable String existing, InputStream content) {
        if (existing != null && !existing.equals("skip")) {
            throw Body.invalid("existing", "can only be \"skip\"");
        }
        List<NewPerson> wanted = Body.readList(content, MAX_AT_ONCE).stream()
                .map(PeopleCalls::person)
                .toList();
        int created = people.create(caller.person(), wanted, existing != null);
        return Answers.created(json -> {
            json.writeNumberField("created", created);
            json.writeNumberField("existing", wanted.size() - created);
        });
    }

    private static NewPerson person(Body body) {
        return new NewPerson(
                body.text("account"),
                body.text("name"),
                body.optionalText("email"),
                body.optionalText("password"),
                body.optionalText("passwordHash"),
                roles(body.texts("roles", List.of())));
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Body.constant("roles", name, Role.class)));
        return roles;
    }
}
