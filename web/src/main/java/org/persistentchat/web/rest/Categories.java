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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.AccessCatalog;
import org.persistentchat.room.AccessChanged;
import org.persistentchat.room.Category;
import org.persistentchat.room.CategoryAdministration;
import org.persistentchat.room.CategoryChange;
import org.persistentchat.room.CategoryId;
import org.persistentchat.room.NewCategory;
import org.persistentchat.room.PrincipalPage;
import org.persistentchat.room.Relation;
import org.persistentchat.room.RoomCatalog;
import org.persistentchat.web.json.Json;
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
    AccessCatalog access;

    @Inject
    CategoryAdministration administration;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Lists the categories in whose scope the caller is; administrators get all.",
            answers = "Categories")
    public Response list() {
        List<Category> categories = catalog.categories(caller.person());
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (Category category : categories) {
                json.writeStartObject();
                form(category).write(json);
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
        Category created = administration.create(caller.person(), wanted);
        return EntityTag.of(created.version()).on(Answers.created(form(created)));
    }

    @GET
    @Path("/{id}")
    @Contract(does = "Shows a category.", answers = "Category")
    public Response one(@PathParam("id") String id) {
        return answer(id(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(does = "Changes a category. Administrators only.", takes = "CategoryChange", answers = "Category")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        long version = EntityTag.version(ifMatch);
        Patch patch = Patch.read(content, "name", "description", "invitations", "fileUpload", "chatHistory");
        CategoryChange wanted = new CategoryChange(
                patch.text("name"),
                patch.textOrNothing("description"),
                patch.flag("invitations"),
                patch.flag("fileUpload"),
                patch.flag("chatHistory"));
        administration.change(caller.person(), id(id), version, wanted);
        return answer(id(id));
    }

    @DELETE
    @Path("/{id}")
    @Contract(does = "Deletes a category that has no rooms. Administrators only.")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        administration.delete(caller.person(), id(id), EntityTag.version(ifMatch));
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}/access")
    @Contract(does = "Reads a list of a category. Administrators only.", answers = "PrincipalList")
    public Response access(
            @PathParam("id") String id,
            @QueryParam("relation") @Nullable String relation,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        PrincipalPage page = access.ofCategory(
                caller.person(),
                id(id),
                AccessBody.relation("relation", relation, Relation.OF_CATEGORIES),
                after == null ? "" : after,
                QueryValues.limit(limit));
        return Answers.ok(json -> AccessBody.writePage(json, page));
    }

    @POST
    @Path("/{id}/access")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Adds to and removes from the lists of a category. Administrators only.",
            takes = "AccessChange",
            answers = "AccessChanged",
            status = 200)
    public Response changeAccess(@PathParam("id") String id, InputStream content) {
        AccessChanged changed = administration.changeAccess(
                caller.person(), id(id), AccessBody.read(Body.read(content), Relation.OF_CATEGORIES));
        return Answers.ok(json -> AccessBody.writeChanged(json, changed));
    }

    private Response answer(CategoryId id) {
        Category category = catalog.category(caller.person(), id);
        return EntityTag.of(category.version()).on(Answers.ok(form(category)));
    }

    private Json.Content form(Category category) {
        return json -> {
            RoomForm.writeCategory(json, category);
            json.writeBooleanField("mayCreate", catalog.mayCreate(caller.person(), category));
            AccessBody.writeNames(json, access.firstOfCategory(caller.person(), category));
        };
    }

    private static CategoryId id(String text) {
        return CategoryId.parse(text)
                .orElseThrow(() -> new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category."));
    }
}
