package org.persistentchat.replay;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Records of a room in the finished files of a folder and of those below it, in the order of the files' names. The parsers are none of ours. */
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

    /** Each file has to be valid by the schema in {@code schemas}. */
    static List<ArchivedRecord> xml(Path folder, String room, Path schemas) {
        DocumentBuilder parser = validating(schemas.resolve("persistent-chat-compliance.xsd"));
        return all(folder, file -> {
            Element root = parser.parse(file).getDocumentElement();
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

    private static DocumentBuilder validating(Path schema) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setSchema(SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema.toFile()));
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new Strict());
            return parser;
        } catch (SAXException | ParserConfigurationException unusable) {
            throw new AssertionError(schema + " cannot be used", unusable);
        }
    }

    /** What is not valid is not read. */
    private static final class Strict extends DefaultHandler {
        @Override
        public void error(SAXParseException invalid) throws SAXException {
            throw invalid;
        }
    }

    private static ArchivedRecord record(Element message) {
        Element sender = (Element) message.getElementsByTagName("Sender").item(0);
        String sequence = message.getAttributeNS(OWN, "sequence");
        return new ArchivedRecord(
                message.getAttributeNS(OWN, "record"),
                message.getAttributeNS(OWN, "kind"),
                sequence.isEmpty() ? 0 : Long.parseLong(sequence),
                sender.getAttribute("id"),
                text(sender, "UserName"),
                text(message, "content"));
    }

    /** An attribute, or the exact form beside it, if XML has no place for some of its characters. */
    private static String text(Element element, String attribute) {
        String exact = element.getAttributeNS(OWN, attribute + "-utf16");
        return exact.isEmpty()
                ? element.getAttribute(attribute)
                : new String(Base64.getDecoder().decode(exact), StandardCharsets.UTF_16BE);
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

    /** What has got its name; before that it is hidden. */
    static boolean isFinished(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    private static List<ArchivedRecord> all(Path folder, Reader reader) {
        List<ArchivedRecord> records = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return records; // the adapter has not run yet
        }
        try {
            for (Path file : finished(folder)) {
                try (InputStream in = Files.newInputStream(file)) {
                    records.addAll(reader.read(in));
                }
            }
        } catch (Exception unreadable) {
            throw new AssertionError("The files in " + folder + " cannot be read", unreadable);
        }
        return records;
    }

    private static List<Path> finished(Path folder) throws IOException {
        List<Path> finished = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isFinished(file)) {
                    finished.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // it has got its name since the folder was listed
                }
                throw failure;
            }
        });
        finished.sort(Comparator.comparing(Path::getFileName));
        return finished;
    }
}
