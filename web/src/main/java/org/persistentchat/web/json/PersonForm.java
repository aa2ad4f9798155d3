package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDetails;
import org.persistentchat.identity.Role;

/** People as clients see them. */
public final class PersonForm {
    private PersonForm() {}

    /** Writes a person as others see them, as the member {@code person}. */
    public static void writePerson(JsonGenerator json, Person person) throws IOException {
        json.writeObjectFieldStart("person");
        writeNames(json, person);
        json.writeEndObject();
    }

    /** Writes the members of a person as they see themselves. */
    public static void writeSelf(JsonGenerator json, Person person) throws IOException {
        writeNames(json, person);
        writeRoles(json, person);
    }

    /** Writes a person as others see them. */
    public static void writeOther(JsonGenerator json, Person person) throws IOException {
        json.writeStartObject();
        writeNames(json, person);
        json.writeEndObject();
    }

    /** Writes the members of a person as administrators see them in a list. */
    public static void writeAdministered(JsonGenerator json, Person person) throws IOException {
        json.writeStringField("id", OpaqueId.encode(person.id().value()));
        writeNames(json, person);
        if (person.email() != null) {
            Json.text(json, "email", person.email());
        }
        json.writeBooleanField("internal", person.internal());
        json.writeBooleanField("active", person.active());
        json.writeStringField("chat", person.chat().label());
        writeRoles(json, person);
    }

    /** Writes the members of a person as administrators, and they themselves, see them. */
    public static void writeDetails(JsonGenerator json, PersonDetails details) throws IOException {
        writeAdministered(json, details.person());
        json.writeStringField("source", details.source().label());
        json.writeStringField("createdAt", Timestamps.text(details.createdAt()));
    }

    private static void writeRoles(JsonGenerator json, Person person) throws IOException {
        json.writeArrayFieldStart("roles");
        for (Role role : Role.values()) {
            if (person.is(role)) {
                json.writeString(role.label());
            }
        }
        json.writeEndArray();
    }

    /** Writes an array of people as others see them. */
    static void writePeople(JsonGenerator json, String member, List<Person> people) throws IOException {
        json.writeArrayFieldStart(member);
        for (Person person : people) {
            json.writeStartObject();
            writeNames(json, person);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the members of a person as others see them. */
    public static void writeNames(JsonGenerator json, Person person) throws IOException {
        Json.text(json, "account", person.account());
        Json.text(json, "name", person.name());
    }
}
