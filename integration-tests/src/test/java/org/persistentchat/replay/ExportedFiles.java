package org.persistentchat.replay;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Records of a room in the finished files of a folder, in the order of the files' names. The parsers are none of ours. */
final class ExportedFiles {

    private static final String OWN = "urn:persistentchat:compliance:1";
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();

    private ExportedFiles() {}

    /** Reads one file. */
    @FunctionalInterface
    private interface Reader {
        List<ArchivedRecord> read(InputStream file) throws Exception;
    }

    static List<ArchivedRecord> csv(Path folder, String room) {
        return all(folder, file -> csv(file, room));
    }

    static List<ArchivedRecord> mail(Path folder, String room) {
        return all(folder, file -> {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), file);
            if (!mail.getHeader("X-Persistent-Chat-Room")[0].equals(room)) {
                return List.of();
            }
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            return csv(parts.getBodyPart(1).getInputStream(), room);
        });
    }

    static List<ArchivedRecord> xml(Path folder, String room) {
        return all(folder, file -> {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Element root = factory.newDocumentBuilder().parse(file).getDocumentElement();
            Element channel = (Element) root.getElementsByTagName("Channel").item(0);
            if (!channel.getAttribute("uri").endsWith("/" + room)) {
                return List.of();
            }
            NodeList messages = root.getElementsByTagName("Messages").item(0).getChildNodes();
            List<ArchivedRecord> records = new ArrayList<>();
            for (int i = 0; i < messages.getLength(); i++) {
                if (messages.item(i) instanceof Element message) {
                    records.add(record(message));
                }
            }
            return records;
        });
    }

    private static ArchivedRecord record(Element message) {
        Element sender = (Element) message.getElementsByTagName("Sender").item(0);
        String sequence = message.getAttributeNS(OWN, "sequence");
        return new ArchivedRecord(
                message.getAttributeNS(OWN, "record"),
                message.getAttributeNS(OWN, "kind"),
                sequence.isEmpty() ? 0 : Long.parseLong(sequence),
                sender.getAttribute("id"),
                sender.getAttribute("UserName"),
                message.getAttribute("content"));
    }

    private static List<ArchivedRecord> csv(InputStream file, String room) throws IOException {
        List<ArchivedRecord> records = new ArrayList<>();
        try (CSVParser lines = CSV.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (CSVRecord line : lines) {
                if (room.equals(line.get("room"))) {
                    records.add(new ArchivedRecord(
                            line.get("record"),
                            line.get("kind"),
                            line.get("sequence") == null ? 0 : Long.parseLong(line.get("sequence")),
                            line.get("account"),
                            line.get("display_name"),
                            line.get("content") == null ? "" : line.get("content")));
                }
            }
        }
        return records;
    }

    private static List<ArchivedRecord> all(Path folder, Reader reader) {
        List<ArchivedRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    try (InputStream in = Files.newInputStream(file)) {
                        records.addAll(reader.read(in));
                    }
                }
            }
        } catch (Exception unreadable) {
            throw new AssertionError("The files in " + folder + " cannot be read", unreadable);
        }
        return records;
    }
}
