package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.room.AddIn;
import org.persistentchat.room.AddInDirectory;
import org.persistentchat.room.AddInId;
import org.persistentchat.room.AddIns;
import org.persistentchat.web.json.RoomProfileForm;

/** Add-ins that rooms may show. */
@Path("/add-ins")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class AddInCalls {
    @Inject
    AddIns addIns;

    @Inject
    AddInDirectory directory;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists the add-ins that rooms may show.", answers = "AddIns")
    public Response list() {
        List<AddIn> all = addIns.list();
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (AddIn addIn : all) {
                json.writeStartObject();
                RoomProfileForm.writeAddIn(json, addIn);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(does = "Registers an add-in. Administrators only.", takes = "NewAddIn", answers = "AddIn")
    public Response create(InputStream content) {
        Body body = Body.read(content);
        AddIn created = addIns.create(caller.person(), body.text("name"), body.text("url"));
        return EntityTag.of(created.version()).on(Answers.created(json -> RoomProfileForm.writeAddIn(json, created)));
    }

    @GET
    @Path("/{id}")
    @Contract(does = "Shows an add-in.", answers = "AddIn")
    public Response one(@PathParam("id") String id) {
        return answer(RoomBody.addIn(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(does = "Changes an add-in. Administrators only.", takes = "AddInChange", answers = "AddIn")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        long version = EntityTag.version(ifMatch);
        Patch patch = Patch.read(content, "name", "url");
        addIns.change(caller.person(), RoomBody.addIn(id), version, patch.text("name"), patch.text("url"));
        return answer(RoomBody.addIn(id));
    }

    @DELETE
    @Path("/{id}")
    @Contract(does = "Deletes an add-in that no room shows. Administrators only.")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        addIns.delete(caller.person(), RoomBody.addIn(id), EntityTag.version(ifMatch));
        return Response.noContent().build();
    }

    private Response answer(AddInId id) {
        AddIn addIn = directory.get(id);
        return EntityTag.of(addIn.version()).on(Answers.ok(json -> RoomProfileForm.writeAddIn(json, addIn)));
    }
}
