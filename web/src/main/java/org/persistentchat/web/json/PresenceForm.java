package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.persistentchat.event.Rendering;
import org.persistentchat.identity.Person;
import org.persistentchat.presence.PresenceNews;
import org.persistentchat.presence.PresenceNews.Occupancy;
import org.persistentchat.presence.PresenceNews.Roster;
import org.persistentchat.presence.PresenceNews.RosterChange;
import org.persistentchat.presence.PresenceNews.Typing;
import org.persistentchat.presence.PresencePush;

/** Who is in a room, as clients see it. A push is encoded once per server. */
public final class PresenceForm {
    private static final Rendering<PresenceNews, byte[]> PUSH = PresenceForm::push;

    private PresenceForm() {}

    /** One array of bytes, shared by all connections. */
    public static byte[] pushOf(PresencePush push) {
        return push.as(PUSH);
    }

    /** Writes the members that say who is in the room, or how many. */
    public static void writePeople(JsonGenerator json, PresenceNews news) throws IOException {
        if (news instanceof Roster roster) {
            json.writeNumberField("count", roster.people().size());
            PersonForm.writePeople(json, "people", roster.people());
        } else if (news instanceof RosterChange change) {
            json.writeNumberField("count", change.count());
            PersonForm.writePeople(json, "came", change.came());
            json.writeArrayFieldStart("went");
            for (Person person : change.went()) {
                json.writeString(person.account());
            }
            json.writeEndArray();
        } else if (news instanceof Occupancy occupancy) {
            json.writeNumberField("count", occupancy.count());
        } else if (news instanceof Typing typing) {
            PersonForm.writePeople(json, "people", typing.people());
        }
    }

    private static byte[] push(PresenceNews news) {
        return Json.object(json -> {
            json.writeStringField("push", name(news));
            json.writeStringField("room", news.room().text());
            writePeople(json, news);
        });
    }

    private static String name(PresenceNews news) {
        if (news instanceof Roster) {
            return "roster";
        }
        if (news instanceof RosterChange) {
            return "presence";
        }
        return news instanceof Occupancy ? "occupancy" : "typing";
    }
}
