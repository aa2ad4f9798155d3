package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.room.AccessChange;
import org.persistentchat.room.AccessChanged;
import org.persistentchat.room.NamedPrincipal;
import org.persistentchat.room.PrincipalPage;
import org.persistentchat.room.Relation;
import org.persistentchat.web.json.Json;

/** Lists of principals in requests and answers: {@code {"add": {"members": [...]}, "remove": {...}}}. */
final class AccessBody {
    private AccessBody() {}

    /** The change that a body asks for; members that are no list of such a thing are refused, because a misspelt one would do nothing. */
    static AccessChange read(Body body, List<Relation> relations) {
        for (String name : body.names()) {
            if (!name.equals("add") && !name.equals("remove")) {
                throw Body.invalid(name, "is neither \"add\" nor \"remove\"");
            }
        }
        return new AccessChange(lists(body.object("add"), relations), lists(body.object("remove"), relations));
    }

    private static Map<Relation, List<String>> lists(Body body, List<Relation> relations) {
        Map<Relation, List<String>> lists = new EnumMap<>(Relation.class);
        for (String name : body.names()) {
            lists.put(relation("add", name, relations), body.texts(name, List.of()));
        }
        return lists;
    }

    /** The relation whose list is called so. */
    static Relation relation(String member, @Nullable String name, List<Relation> relations) {
        for (Relation relation : relations) {
            if (relation.list().equals(name)) {
                return relation;
            }
        }
        throw Body.invalid(
                member,
                "knows the lists "
                        + String.join(
                                ", ", relations.stream().map(Relation::list).toList()));
    }

    /** Writes how many entries were added and removed, by list. */
    static void writeChanged(JsonGenerator json, AccessChanged changed) throws IOException {
        writeCounts(json, "added", changed.added());
        writeCounts(json, "removed", changed.removed());
    }

    private static void writeCounts(JsonGenerator json, String member, Map<Relation, PrincipalSet> lists)
            throws IOException {
        json.writeObjectFieldStart(member);
        for (Map.Entry<Relation, PrincipalSet> list : lists.entrySet()) {
            json.writeNumberField(list.getKey().list(), list.getValue().size());
        }
        json.writeEndObject();
    }

    /** Writes a page of a list. */
    static void writePage(JsonGenerator json, PrincipalPage page) throws IOException {
        json.writeArrayFieldStart("items");
        for (NamedPrincipal item : page.items()) {
            json.writeStartObject();
            Json.text(json, "principal", item.principal());
            Json.text(json, "name", item.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (page.next() != null) {
            json.writeStringField("next", page.next());
        }
    }

    /** Writes lists of names. */
    static void writeNames(JsonGenerator json, Map<Relation, List<String>> lists) throws IOException {
        for (Map.Entry<Relation, List<String>> list : lists.entrySet()) {
            writeNames(json, list.getKey().list(), list.getValue());
        }
    }

    static void writeNames(JsonGenerator json, String member, List<String> names) throws IOException {
        json.writeArrayFieldStart(member);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }
}
