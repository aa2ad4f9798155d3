package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.directory.PeopleCatalog;
import org.persistentchat.directory.PeoplePage;
import org.persistentchat.identity.ChatSwitch;
import org.persistentchat.identity.NewPerson;
import org.persistentchat.identity.People;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonChange;
import org.persistentchat.identity.PersonDetails;
import org.persistentchat.identity.Role;
import org.persistentchat.web.json.PersonForm;

/** People: oneself, looking others up, creating and changing them. */
@Path("/people")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class PeopleCalls {
    private static final int MAX_AT_ONCE = 1_000;
    private static final int NAME_LENGTH = 256;

    @Inject
    PeopleCatalog catalog;

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

    @GET
    @Contract(does = "Finds people by how their account or words of their name begin.", answers = "People")
    public Response find(
            @QueryParam("name") @Nullable String name,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        String wanted = QueryValues.text("name", name, NAME_LENGTH).orElse("");
        PeoplePage page = catalog.find(caller.person(), wanted, after == null ? "" : after, QueryValues.limit(limit));
        boolean administers = caller.person().is(Role.ADMINISTRATOR);
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (Person person : page.items()) {
                if (administers) {
                    json.writeStartObject();
                    PersonForm.writeAdministered(json, person);
                    json.writeEndObject();
                } else {
                    PersonForm.writeOther(json, person);
                }
            }
            json.writeEndArray();
            if (page.next().isPresent()) {
                json.writeStringField("next", page.next().get());
            }
        });
    }

    @GET
    @Path("/{account}")
    @Contract(does = "Shows a person.", answers = "PersonDetails")
    public Response one(@PathParam("account") String account) {
        Person person = catalog.one(caller.person(), account);
        if (!caller.person().is(Role.ADMINISTRATOR) && !caller.person().id().equals(person.id())) {
            return Answers.ok(json -> PersonForm.writeNames(json, person));
        }
        return answer(people.details(caller.person(), person.id()));
    }

    @PATCH
    @Path("/{account}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(
            does = "Changes a person. Administrators, and people their own password.",
            takes = "PersonChange",
            answers = "PersonDetails")
    public Response change(
            @PathParam("account") String account,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        Person person = catalog.one(caller.person(), account);
        long version = EntityTag.version(ifMatch);
        PersonChange wanted = change(Body.read(content));
        return answer(people.change(caller.person(), person.id(), version, wanted));
    }

    private static PersonChange change(Body body) {
        @Nullable Set<Role> roles = body.has("roles") ? roles(body.texts("roles", List.of())) : null;
        return new PersonChange(
                body.optionalText("name"),
                body.has("email"),
                body.optionalText("email"),
                body.optionalFlag("internal"),
                body.optionalFlag("active"),
                body.optionalText("chat") == null ? null : body.constant("chat", ChatSwitch.INHERIT),
                roles,
                body.optionalText("password"),
                body.optionalText("oldPassword"));
    }

    private static Response answer(PersonDetails details) {
        Response answer = Answers.ok(json -> PersonForm.writeDetails(json, details));
        return EntityTag.of(details.version()).on(answer);
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
