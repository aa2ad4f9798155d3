package org.persistentchat.archive.adapter.eml;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.persistentchat.archive.adapter.format.ExactText;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedPerson;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.RecordCursor;

/**
 * A conversation to be read by people, and who took part.
 *
 * @param text the file that holds it
 * @param people their addresses
 */
record Transcript(Path text, Collection<InternetAddress> people) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    static Transcript write(Conversation conversation, String domain, Path text) throws IOException {
        Map<String, InternetAddress> people = new TreeMap<>();
        try (Writer out = new BufferedWriter(Files.newBufferedWriter(text, StandardCharsets.UTF_8));
                RecordCursor records = conversation.open()) {
            for (Optional<ExportedRecord> each = records.next(); each.isPresent(); each = records.next()) {
                ExportedRecord record = each.get();
                out.write(ExactText.readableInUtf8(line(record)));
                out.write('\n');
                ExportedPerson person = record.person();
                people.computeIfAbsent(person.account(), account -> address(person, domain));
            }
        }
        return new Transcript(text, people.values());
    }

    private static String line(ExportedRecord record) {
        StringBuilder line = new StringBuilder(TIME.format(record.at()))
                .append(' ')
                .append(record.person().displayName())
                .append(" (")
                .append(record.person().account())
                .append(") ")
                .append(record.kind());
        if (record.sequence() != 0) {
            line.append(" #").append(record.sequence());
        }
        if (record.message().target() != 0) {
            line.append(" of #").append(record.message().target());
        }
        if (record.message().title() != null) {
            line.append(" \"").append(record.message().title()).append('"');
        }
        if (record.message().content() != null) {
            line.append(": ").append(indented(record.message().content()));
        }
        if (record.message().previous() != null) {
            line.append("\n    before: ").append(indented(record.message().previous()));
        }
        return line.toString();
    }

    /** No line of a message looks like the begin of another one. */
    private static String indented(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\n    ");
    }

    /** The person's address of mail; where it is not known or none, one that is made of the account and reaches nobody. */
    private static InternetAddress address(ExportedPerson person, String domain) {
        String name = HeaderText.of(person.displayName());
        if (person.email() != null) {
            try {
                InternetAddress known = new InternetAddress(person.email(), true);
                return new InternetAddress(known.getAddress(), name, StandardCharsets.UTF_8.name());
            } catch (AddressException | UnsupportedEncodingException notUsable) {
                return made(person, name, domain);
            }
        }
        return made(person, name, domain);
    }

    private static InternetAddress made(ExportedPerson person, String name, String domain) {
        StringBuilder local = new StringBuilder();
        person.account()
                .codePoints()
                .forEach(point -> local.append(
                        isAtom(point) ? Character.toString(point) : "_" + Integer.toHexString(point) + "_"));
        try {
            return new InternetAddress(local + "@" + domain, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException neverWithUtf8) {
            throw new IllegalStateException(neverWithUtf8);
        }
    }

    private static boolean isAtom(int point) {
        return point < 128 && (Character.isLetterOrDigit(point) || point == '-');
    }
}
