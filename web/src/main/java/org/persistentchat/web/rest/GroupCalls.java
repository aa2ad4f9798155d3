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
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.principal.GroupChange;
import org.persistentchat.principal.GroupDetails;
import org.persistentchat.principal.GroupKind;
import org.persistentchat.principal.GroupMember;
import org.persistentchat.principal.GroupPage;
import org.persistentchat.principal.GroupQuery;
import org.persistentchat.principal.Groups;
import org.persistentchat.principal.MemberPage;
import org.persistentchat.principal.MembersChanged;
import org.persistentchat.principal.NewGroup;
import org.persistentchat.principal.Principal;
import org.persistentchat.web.json.GroupForm;

/** Groups and organisational units. */
@Path("/groups")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class GroupCalls {
    private static final int NAME_LENGTH = 256;

    @Inject
    Groups groups;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists groups and units, by kind and name. Administrators only.", answers = "Groups")
    public Response find(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("name") @Nullable String name,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        GroupQuery query = new GroupQuery(
                kind == null ? Optional.empty() : Optional.of(Body.constant("kind", kind, GroupKind.class)),
                QueryValues.text("name", name, NAME_LENGTH).orElse(""),
                after == null ? "" : after,
                QueryValues.limit(limit));
        GroupPage page = groups.find(caller.person(), query);
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (GroupDetails group : page.items()) {
                json.writeStartObject();
                GroupForm.writeGroup(json, group);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.next().isPresent()) {
                json.writeStringField("next", page.next().get());
            }
        });
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(does = "Creates a group. Administrators only.", takes = "NewGroup", answers = "Group")
    public Response create(InputStream content) {
        Body body = Body.read(content);
        NewGroup wanted = new NewGroup(
                body.constant("kind", GroupKind.GROUP),
                body.text("name"),
                body.text("description", ""),
                body.texts("members", List.of()));
        GroupDetails created = groups.create(caller.person(), wanted);
        return tag(created, Answers.created(json -> GroupForm.writeGroup(json, created)));
    }

    @GET
    @Path("/{id}")
    @Contract(does = "Shows a group. Administrators only.", answers = "Group")
    public Response one(@PathParam("id") String id) {
        return answer(groups.read(caller.person(), group(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(does = "Renames or describes a group. Administrators only.", takes = "GroupChange", answers = "Group")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        long version = EntityTag.version(ifMatch);
        Body body = Body.read(content);
        GroupChange wanted = new GroupChange(body.optionalText("name"), body.optionalText("description"));
        return answer(groups.change(caller.person(), group(id), version, wanted));
    }

    @DELETE
    @Path("/{id}")
    @Contract(does = "Deletes a group and the entries that name it. Administrators only.")
    public Response delete(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("force") @Nullable String force) {
        groups.delete(caller.person(), group(id), EntityTag.version(ifMatch), QueryValues.flag("force", force));
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}/members")
    @Contract(does = "Lists who is named in a group. Administrators only.", answers = "GroupMembers")
    public Response members(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        long from = 0;
        if (after != null) {
            OptionalLong place = OpaqueId.decode(after);
            if (place.isEmpty()) {
                throw Body.invalid("after", "is no \"next\" of an earlier page");
            }
            from = place.getAsLong();
        }
        MemberPage page = groups.members(caller.person(), group(id), from, QueryValues.limit(limit));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (GroupMember member : page.items()) {
                GroupForm.writeMember(json, member);
            }
            json.writeEndArray();
            if (page.next().isPresent()) {
                json.writeStringField("next", page.next().get());
            }
        });
    }

    @POST
    @Path("/{id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Adds and removes members of a group. Administrators only.",
            takes = "MembersChange",
            answers = "MembersChanged",
            status = 200)
    public Response changeMembers(@PathParam("id") String id, InputStream content) {
        Body body = Body.read(content);
        MembersChanged changed = groups.changeMembers(
                caller.person(), group(id), body.texts("add", List.of()), body.texts("remove", List.of()));
        return Answers.ok(json -> {
            json.writeNumberField("added", changed.added());
            json.writeNumberField("removed", changed.removed());
        });
    }

    private static Principal group(String id) {
        OptionalLong value = OpaqueId.decode(id);
        if (value.isEmpty()) {
            throw new ChatException(ErrorCode.GROUP_NOT_FOUND, "There is no such group.");
        }
        return new Principal(value.getAsLong());
    }

    private static Response answer(GroupDetails group) {
        return tag(group, Answers.ok(json -> GroupForm.writeGroup(json, group)));
    }

    private static Response tag(GroupDetails group, Response answer) {
        return EntityTag.of(group.version()).on(answer);
    }
}
