package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.history.HistoryPage;
import org.persistentchat.history.HistoryQuery;
import org.persistentchat.history.HistoryQuery.Direction;
import org.persistentchat.session.RoomReading;
import org.persistentchat.web.json.EventForm;

/** What was said in a room, in pages by sequence or by time. */
@Path("/rooms/{id}/events")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class RoomEvents {
    private static final Map<String, Direction> CURSORS =
            Map.of("before", Direction.BEFORE, "after", Direction.AFTER, "around", Direction.AROUND);

    @Inject
    RoomReading reading;

    @Inject
    Caller caller;

    @Inject
    org.persistentchat.config.ChatLimits limits;

    @GET
    @Contract(
            does = "Reads a page of a room's history: the newest, or before, after or around a sequence or a time.",
            answers = "Events",
            query = {"before", "after", "around"})
    public Response page(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @jakarta.ws.rs.core.Context UriInfo asked) {
        int most = Math.min(QueryValues.limit(limit), limits.historyPage());
        HistoryPage page = reading.page(caller.person(), RoomBody.id(id), query(asked.getQueryParameters(), most));
        return Answers.ok(json -> {
            EventForm.writeEvents(json, page.events());
            json.writeNumberField("last", page.last());
        });
    }

    private static HistoryQuery query(MultivaluedMap<String, String> parameters, int limit) {
        List<String> given = new ArrayList<>(CURSORS.keySet().stream()
                .sorted()
                .filter(parameters::containsKey)
                .toList());
        if (given.isEmpty()) {
            return HistoryQuery.newest(limit);
        }
        String name = given.get(0);
        if (given.size() > 1) {
            throw Body.invalid(name, "and \"" + given.get(1) + "\" exclude each other");
        }
        Direction direction = CURSORS.getOrDefault(name, Direction.NEWEST);
        String value = parameters.getFirst(name);
        if (!value.isEmpty() && value.length() <= 16 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new HistoryQuery(direction, Long.parseLong(value), limit);
        }
        return new HistoryQuery(
                direction, 0, limit, QueryValues.time(name, value).orElseThrow());
    }
}
