package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.persistentchat.room.Category;
import org.persistentchat.room.NewCategory;
import org.persistentchat.room.RoomAdministration;
import org.persistentchat.room.RoomCatalog;
import org.persistentchat.web.json.RoomForm;

/** Categories of rooms. */
@Path("/categories")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class Categories {
    private static final List<String> EVERYONE = List.of("group:everyone");

    @Inject
    RoomCatalog catalog;

    @Inject
    RoomAdministration administration;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists the categories in whose scope the caller is.", answers = "Categories")
    public Response list() {
        List<Category> categories = catalog.categories(caller.person());
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (Category category : categories) {
                json.writeStartObject();
                RoomForm.writeCategory(json, category);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(does = "Creates a category. Administrators only.", takes = "NewCategory", answers = "Category")
    public Response create(InputStream content) {
        Body body = Body.read(content);
        NewCategory wanted = new NewCategory(
                body.text("name"),
                body.text("description", ""),
                body.flag("invitations", true),
                body.flag("fileUpload", true),
                body.flag("chatHistory", true),
                body.texts("allowed", EVERYONE),
                body.texts("denied", List.of()),
                body.texts("creators", List.of()));
        Category created = administration.createCategory(caller.person(), wanted);
        return Answers.created(json -> RoomForm.writeCategory(json, created));
    }
}
