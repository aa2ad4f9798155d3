package org.persistentchat.archive.adapter.xml;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.persistentchat.compliance.adapter.ExportedPerson;
import org.persistentchat.compliance.adapter.ExportedRecord;

/** Who did something in a conversation, as last known, and how often. */
final class People {

    private record Seen(ExportedPerson person, long records) {}

    private final Map<String, Seen> byAccount = new TreeMap<>();

    void saw(ExportedRecord record) {
        ExportedPerson person = record.person();
        byAccount.merge(person.account(), new Seen(person, 1), (before, now) -> new Seen(person, before.records() + 1));
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("pc:Users");
        for (Seen seen : byAccount.values()) {
            xml.start("pc:User")
                    .attribute("account", seen.person().account())
                    .attribute("displayName", seen.person().displayName())
                    .attribute("email", seen.person().email())
                    .attribute("internal", String.valueOf(seen.person().internal()))
                    .attribute("records", String.valueOf(seen.records()))
                    .end();
        }
        xml.end();
    }
}
