package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.persistentchat.audit.AuditState;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.moderation.Found;
import org.persistentchat.moderation.JobState;
import org.persistentchat.moderation.MessageRemovals;
import org.persistentchat.moderation.RemovalWish;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;
import org.persistentchat.wording.WordMatch;

/** Removal and replacement of messages by what they say, and how far these and purges are. For administrators. */
@Path("/message-removals")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class MessageRemovalCalls {
    private static final int MOST_ROOMS = 1_000;

    @Inject
    MessageRemovals removals;

    @Inject
    PersonDirectory people;

    @Inject
    ChatLimits limits;

    @Inject
    Caller caller;

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Removes messages, or replaces words of them, or shows what that would do. Administrators only.",
            takes = "NewMessageRemoval",
            answers = "MessageRemoval",
            status = 200)
    public Response remove(InputStream content) {
        Body body = Body.read(content);
        removals.checkAllowed(caller.person());
        RemovalWish wish = wish(body);
        if (!body.flag("dryRun", false)) {
            return begun(removals.remove(caller.person(), wish, asked(body)));
        }
        Found found = removals.find(caller.person(), wish);
        return Answers.ok(json -> {
            json.writeStringField("state", "trial");
            json.writeNumberField("scanned", found.scanned());
            json.writeNumberField("matched", found.matched());
            json.writeBooleanField("complete", found.complete());
            json.writeArrayFieldStart("sample");
            for (Found.Sample sample : found.sample()) {
                json.writeStartObject();
                json.writeStringField("room", sample.room().text());
                json.writeNumberField("seq", sample.sequence());
                Json.text(json, "author", sample.account());
                json.writeStringField("at", Timestamps.text(sample.at()));
                Json.text(json, "text", sample.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @GET
    @Path("/{id}")
    @Contract(does = "Shows how far a purge or removal is. Administrators only.", answers = "MessageRemoval")
    public Response state(@PathParam("id") String id) {
        long job = OpaqueId.decode(id)
                .orElseThrow(() -> new ChatException(ErrorCode.REMOVAL_NOT_FOUND, "There is no such removal."));
        JobState state = removals.state(caller.person(), job);
        return Answers.ok(json -> write(json, state));
    }

    static Response begun(JobState state) {
        return Answers.ok(json -> write(json, state));
    }

    private static void write(JsonGenerator json, JobState state) throws IOException {
        json.writeStringField("id", OpaqueId.encode(state.id()));
        json.writeStringField("state", state.state().toLowerCase(Locale.ROOT));
        json.writeNumberField("scanned", state.scanned());
        json.writeNumberField("changed", state.changed());
        json.writeStringField("startedAt", Timestamps.text(state.startedAt()));
        if (state.finishedAt() != null) {
            json.writeStringField("finishedAt", Timestamps.text(state.finishedAt()));
        }
    }

    private RemovalWish wish(Body body) {
        List<String> named = body.texts("rooms", List.of());
        if (named.size() > MOST_ROOMS) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "\"rooms\" has at most " + MOST_ROOMS + " rooms.", MOST_ROOMS);
        }
        List<RoomId> ids = named.stream()
                .map(name -> RoomId.parse(name).orElseThrow(RoomRights::notFound))
                .toList();
        String words = body.text("words", "");
        WordMatch.Mode mode = body.constant("match", WordMatch.Mode.ANY);
        RemovalWish wish = new RemovalWish(
                ids,
                checked("words", words),
                mode,
                body.flag("matchCase", false),
                authors(body.texts("authors", List.of())),
                QueryValues.time("from", body.optionalText("from")),
                QueryValues.time("until", body.optionalText("until")),
                Optional.ofNullable(body.optionalText("replacement")).map(text -> checked("replacement", text)));
        if (words.isBlank() && wish.replacement().isPresent()) {
            throw Body.invalid("replacement", "needs \"words\" to replace");
        }
        if (wish.isOfEverything()) {
            throw Body.invalid("words", "or \"authors\", \"from\" or \"until\" must say which messages are meant");
        }
        return wish;
    }

    /** As long as a message may be. */
    private String checked(String name, String text) {
        if (text.length() > limits.bodyCharacters()) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD,
                    "\"" + name + "\" has at most " + limits.bodyCharacters() + " characters.",
                    limits.bodyCharacters());
        }
        return text;
    }

    private Set<PersonId> authors(List<String> accounts) {
        return accounts.stream()
                .map(account -> people.byAccount(account)
                        .orElseThrow(() ->
                                new ChatException(ErrorCode.PERSON_NOT_FOUND, "Nobody is known as " + account + ".")))
                .map(person -> person.id())
                .collect(Collectors.toSet());
    }

    private static AuditState asked(Body body) {
        return AuditState.of("rooms", body.texts("rooms", List.of()))
                .and("words", body.text("words", ""))
                .and("match", body.text("match", "any"))
                .and("matchCase", body.flag("matchCase", false))
                .and("authors", body.texts("authors", List.of()))
                .and("from", body.optionalText("from"))
                .and("until", body.optionalText("until"))
                .and("replacement", body.optionalText("replacement"));
    }
}
