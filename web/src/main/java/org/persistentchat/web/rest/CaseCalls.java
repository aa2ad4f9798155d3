package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.discovery.Case;
import org.persistentchat.discovery.CaseChange;
import org.persistentchat.discovery.CaseContent;
import org.persistentchat.discovery.CaseId;
import org.persistentchat.discovery.CasePackages;
import org.persistentchat.discovery.CasePage;
import org.persistentchat.discovery.CaseRecords;
import org.persistentchat.discovery.Cases;
import org.persistentchat.discovery.Picked;
import org.persistentchat.discovery.SavedSearch;
import org.persistentchat.discovery.SealedPackage;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** Cases of compliance officers: what they are, the searches saved with them, and the records picked for them. */
@Path("/compliance/cases")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class CaseCalls {
    @Inject
    Cases cases;

    @Inject
    CaseContent content;

    @Inject
    CaseRecords records;

    @Inject
    CasePackages packages;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Lists the cases of which the caller is a member, newest first. Compliance officers only.",
            answers = "Cases")
    public Response list() {
        List<Case> all = cases.list(caller.person());
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (Case one : all) {
                json.writeStartObject();
                write(json, one);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(does = "Opens a case. Compliance officers only.", takes = "NewCase", answers = "Case")
    public Response create(InputStream given) {
        Body body = Body.read(given);
        Case created = cases.create(
                caller.person(), body.text("name"), body.text("description", ""), body.texts("members", List.of()));
        List<String> members = cases.accounts(created);
        return EntityTag.of(created.version()).on(Answers.created(json -> write(json, created, members)));
    }

    @GET
    @Path("/{case}")
    @Contract(does = "Shows a case to its members.", answers = "Case")
    public Response one(@PathParam("case") String id) {
        return answer(cases.get(caller.person(), id(id)));
    }

    @PATCH
    @Path("/{case}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(does = "Changes, closes or opens a case. Members only.", takes = "CaseChange", answers = "Case")
    public Response change(
            @PathParam("case") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream given) {
        int version = (int) EntityTag.version(ifMatch);
        Patch patch = Patch.read(given, "name", "description", "members", "closed");
        CaseChange change = new CaseChange(
                patch.text("name"), patch.textOrNothing("description"), patch.texts("members"), patch.flag("closed"));
        return answer(cases.change(caller.person(), id(id), version, change));
    }

    @GET
    @Path("/{case}/searches")
    @Contract(does = "Lists the searches that are saved with a case.", answers = "CaseSearches")
    public Response searches(@PathParam("case") String id) {
        List<SavedSearch> saved = content.searches(caller.person(), id(id));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (SavedSearch search : saved) {
                json.writeStartObject();
                write(json, search);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Path("/{case}/searches")
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(does = "Saves a search with an open case.", takes = "NewCaseSearch", answers = "CaseSearch")
    public Response save(@PathParam("case") String id, InputStream given) {
        Body body = Body.read(given);
        SavedSearch saved =
                content.save(caller.person(), id(id), body.text("name"), ArchiveForm.query(body.object("query")));
        return Answers.created(json -> write(json, saved));
    }

    @DELETE
    @Path("/{case}/searches/{search}")
    @Contract(does = "Removes a search from an open case.")
    public Response forget(@PathParam("case") String id, @PathParam("search") String search) {
        content.removeSearch(caller.person(), id(id), searchId(search));
        return Response.noContent().build();
    }

    @GET
    @Path("/{case}/records")
    @Contract(does = "Shows records of a case, in the order of the archive.", answers = "CaseRecords")
    public Response records(
            @PathParam("case") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        CasePage page =
                records.page(caller.person(), id(id), after == null ? 0 : position(after), QueryValues.limit(limit));
        return Answers.ok(json -> {
            ArchiveForm.write(json, page.items());
            if (page.hasMore()) {
                json.writeNumberField("next", page.last());
            }
        });
    }

    @POST
    @Path("/{case}/records")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Picks records for an open case: by their positions, or a page of what a saved search finds.",
            takes = "NewCaseRecords",
            answers = "CasePicked",
            status = 200)
    public Response pick(@PathParam("case") String id, InputStream given) {
        Body body = Body.read(given);
        Picked picked = body.has("search")
                ? records.pick(caller.person(), id(id), searchId(body.text("search")), ArchiveForm.after(body))
                : records.pick(caller.person(), id(id), body.integers("positions"));
        return Answers.ok(json -> {
            json.writeNumberField("added", picked.added());
            json.writeNumberField("records", picked.records());
            if (picked.more()) {
                json.writeNumberField("next", picked.lookedThrough());
            }
        });
    }

    @DELETE
    @Path("/{case}/records/{position}")
    @Contract(does = "Takes a record out of an open case; the archive keeps it.")
    public Response unpick(@PathParam("case") String id, @PathParam("position") String position) {
        content.remove(caller.person(), id(id), position(position));
        return Response.noContent().build();
    }

    @GET
    @Path("/{case}/package")
    @Produces("application/zip")
    @Contract(
            does = "Makes a sealed package of all records of a case. Members only; it is recorded.",
            answers = "SealedPackage")
    public Response seal(@PathParam("case") String id) {
        SealedPackage sealed = packages.make(caller.person(), id(id));
        return Response.ok(sealed.content(), "application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, sealed.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"case-" + id(id).text() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** What is no id is that of nothing: who may is asked first. */
    private static CaseId id(String text) {
        return CaseId.parse(text).orElse(CaseId.NONE);
    }

    private static long searchId(String text) {
        return OpaqueId.decode(text).orElse(0);
    }

    private static long position(String text) {
        try {
            return ArchiveForm.position("position", Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            throw Body.invalid("position", "is no position of the archive");
        }
    }

    private Response answer(Case shown) {
        List<String> members = cases.accounts(shown);
        return EntityTag.of(shown.version()).on(Answers.ok(json -> write(json, shown, members)));
    }

    private static void write(JsonGenerator json, Case shown, List<String> members) throws IOException {
        write(json, shown);
        Json.text(json, "description", shown.description());
        json.writeArrayFieldStart("members");
        for (String member : members) {
            json.writeString(member);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Case shown) throws IOException {
        json.writeStringField("id", shown.id().text());
        Json.text(json, "name", shown.name());
        json.writeBooleanField("closed", shown.closed());
        json.writeNumberField("records", shown.records());
        json.writeStringField("createdAt", Timestamps.text(shown.createdAt()));
    }

    private static void write(JsonGenerator json, SavedSearch search) throws IOException {
        json.writeStringField("id", OpaqueId.encode(search.id()));
        Json.text(json, "name", search.name());
        json.writeStringField("savedAt", Timestamps.text(search.savedAt()));
        json.writeObjectFieldStart("query");
        ArchiveForm.write(json, search.query());
        json.writeEndObject();
    }
}
