package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.persistentchat.identity.Person;
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

    private static void writeNames(JsonGenerator json, Person person) throws IOException {
        Json.text(json, "account", person.account());
        Json.text(json, "name", person.name());
    }
}
