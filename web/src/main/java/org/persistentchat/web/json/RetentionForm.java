package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.persistentchat.hold.HoldCriteria;
import org.persistentchat.hold.LegalHold;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.retention.Days;
import org.persistentchat.retention.OfficerRequest;
import org.persistentchat.retention.RetentionPreview;
import org.persistentchat.retention.RetentionReport;
import org.persistentchat.retention.RetentionRule;
import org.persistentchat.retention.RetentionScope;
import org.persistentchat.retention.RunState;

/** Holds, rules of retention and confirmations as JSON. People are shown by their accounts. */
public final class RetentionForm {
    private RetentionForm() {}

    /** Finds people by their ids. */
    public interface People extends Function<Collection<PersonId>, Map<PersonId, Person>> {}

    /** Writes a hold. */
    public static void write(JsonGenerator json, LegalHold hold, People people) throws IOException {
        Set<PersonId> named = new HashSet<>(Set.of(hold.createdBy()));
        PersonId releasedBy = hold.releasedBy();
        if (releasedBy != null) {
            named.add(releasedBy);
        }
        Map<PersonId, Person> known = people.apply(named);
        json.writeStringField("id", OpaqueId.encode(hold.id()));
        Json.text(json, "name", hold.purpose().name());
        Json.text(json, "matter", hold.purpose().matter());
        Json.text(json, "reason", hold.purpose().reason());
        criteria(json, hold.criteria());
        json.writeBooleanField("inForce", hold.isInForce());
        account(json, "createdBy", hold.createdBy(), known);
        time(json, "createdAt", hold.createdAt());
        if (releasedBy != null) {
            account(json, "releasedBy", releasedBy, known);
            time(json, "releasedAt", hold.releasedAt());
        }
    }

    private static void criteria(JsonGenerator json, HoldCriteria criteria) throws IOException {
        json.writeArrayFieldStart("rooms");
        for (Map.Entry<Long, String> room : new TreeMap<>(criteria.rooms()).entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", OpaqueId.encode(room.getKey()));
            Json.text(json, "name", room.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("people");
        for (String account : new TreeSet<>(criteria.people().values())) {
            json.writeString(account);
        }
        json.writeEndArray();
        if (!criteria.words().words().isBlank()) {
            Json.text(json, "words", criteria.words().words());
            json.writeStringField("match", lower(criteria.words().mode()));
            json.writeBooleanField("matchCase", criteria.words().matchCase());
        }
        time(json, "from", criteria.from().orElse(null));
        time(json, "until", criteria.until().orElse(null));
    }

    /** Writes what is to be confirmed. */
    public static void write(JsonGenerator json, OfficerRequest request, People people) throws IOException {
        OfficerRequest.Decision decision = request.decision();
        Set<PersonId> named = new HashSet<>(Set.of(request.askedBy()));
        if (decision != null) {
            named.add(decision.by());
        }
        Map<PersonId, Person> known = people.apply(named);
        json.writeStringField("id", OpaqueId.encode(request.id()));
        if (request.wish() instanceof OfficerRequest.Release release) {
            json.writeStringField("what", "release");
            json.writeStringField("hold", OpaqueId.encode(release.hold()));
        } else if (request.wish() instanceof OfficerRequest.Rule rule) {
            json.writeStringField("what", "retention");
            rule(json, rule.scope(), rule.days());
        }
        Json.text(json, "reason", request.reason());
        json.writeStringField("state", lower(request.state()));
        account(json, "askedBy", request.askedBy(), known);
        time(json, "askedAt", request.askedAt());
        if (decision != null) {
            account(json, "decidedBy", decision.by(), known);
            time(json, "decidedAt", decision.at());
        }
    }

    /** Writes the rules, and what came of them. */
    public static void write(JsonGenerator json, RetentionReport report, People people) throws IOException {
        Map<PersonId, Person> known = people.apply(
                report.rules().stream().map(RetentionRule::changedBy).toList());
        json.writeArrayFieldStart("rules");
        for (RetentionRule rule : report.rules()) {
            json.writeStartObject();
            rule(json, rule.scope(), rule.days());
            account(json, "changedBy", rule.changedBy(), known);
            time(json, "changedAt", rule.changedAt());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("runs");
        for (RunState run : report.runs()) {
            json.writeStartObject();
            json.writeStringField("store", lower(run.store()));
            if (run.server() != null) {
                Json.text(json, "server", run.server());
            }
            time(json, "startedAt", run.startedAt());
            time(json, "finishedAt", run.finishedAt());
            json.writeNumberField("removed", run.removed());
            json.writeNumberField("held", run.held());
            if (run.failure() != null) {
                Json.text(json, "failure", run.failure());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes what rules would remove. */
    public static void write(JsonGenerator json, RetentionPreview preview) throws IOException {
        json.writeBooleanField("complete", preview.complete());
        json.writeBooleanField("archiveReachable", preview.archiveReachable());
        json.writeArrayFieldStart("rooms");
        for (RetentionPreview.RoomPreview room : preview.rooms()) {
            json.writeStartObject();
            json.writeStringField("room", room.room());
            Json.text(json, "name", room.name());
            count(json, "content", room.content());
            count(json, "archive", room.archive());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void count(JsonGenerator json, String name, RetentionPreview.Count count) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("expired", count.expired());
        json.writeNumberField("held", count.held());
        time(json, "oldest", count.oldest());
        time(json, "newest", count.newest());
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, RetentionScope scope, Days days) throws IOException {
        json.writeStringField("scope", lower(scope.kind()));
        if (scope.kind() != RetentionScope.Kind.GLOBAL) {
            json.writeStringField(lower(scope.kind()), OpaqueId.encode(scope.id()));
        }
        if (days.content() != null) {
            json.writeNumberField("contentDays", days.content());
        }
        if (days.archive() != null) {
            json.writeNumberField("archiveDays", days.archive());
        }
    }

    private static void account(JsonGenerator json, String name, PersonId id, Map<PersonId, Person> known)
            throws IOException {
        Person person = known.get(id);
        Json.text(json, name, person == null ? "" : person.account());
    }

    private static void time(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeStringField(name, Timestamps.text(time));
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
