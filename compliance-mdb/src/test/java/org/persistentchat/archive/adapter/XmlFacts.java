package org.persistentchat.archive.adapter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Facts in the XML of an adapter, held against the published schema and read by the JDK's parser. */
final class XmlFacts {

    private static final String OWN = "urn:persistentchat:compliance:1";

    private XmlFacts() {}

    static List<Fact> read(Path file) throws IOException {
        List<Fact> facts = new ArrayList<>();
        NodeList conversations = valid(file).getElementsByTagName("Conversation");
        for (int i = 0; i < conversations.getLength(); i++) {
            Element conversation = (Element) conversations.item(i);
            Element channel = child(conversation, "Channel");
            NodeList messages = child(conversation, "Messages").getChildNodes();
            for (int j = 0; j < messages.getLength(); j++) {
                if (messages.item(j) instanceof Element message) {
                    facts.add(fact(channel, message));
                }
            }
        }
        return facts;
    }

    /** The document's element, of a document that the schema allows. */
    static Element valid(Path file) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setSchema(
                    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                            .newSchema(
                                    new File(
                                            "../wildfly-config/src/main/server/persistent-chat/compliance/persistent-chat-compliance.xsd")));
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(file.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException invalid) {
            throw new AssertionError(file + " is not valid: " + invalid.getMessage(), invalid);
        }
    }

    static Element child(Element parent, String name) {
        return Objects.requireNonNull(
                (Element) parent.getElementsByTagName(name).item(0), name);
    }

    private static Fact fact(Element channel, Element message) {
        Element sender = child(message, "Sender");
        String kind = String.valueOf(own(message, "kind"));
        String content = text(message, "content");
        String uri = channel.getAttribute("uri");
        return new Fact(
                String.valueOf(own(message, "record")),
                kind,
                Instant.ofEpochMilli(
                        Long.parseLong(child(message, "DateTimeUTC").getAttribute("since1970"))),
                uri.substring(uri.lastIndexOf('/') + 1),
                or(own(message, "roomName"), String.valueOf(text(channel, "name"))),
                or(own(message, "category"), String.valueOf(own(channel, "category"))),
                Long.parseLong(or(own(message, "sequence"), "0")),
                String.valueOf(text(sender, "id")),
                String.valueOf(text(sender, "UserName")),
                text(sender, "email"),
                Boolean.parseBoolean(sender.getAttribute("internal")),
                String.valueOf(own(message, "server")),
                content,
                Long.parseLong(or(own(message, "target"), "0")),
                own(message, "title"),
                own(message, "previous"));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static @Nullable String text(Element element, String name) {
        String exact = element.getAttributeNS(OWN, name + "-utf16");
        return exact.isEmpty() ? element.getAttribute(name) : exact(exact);
    }

    private static @Nullable String own(Element element, String name) {
        String exact = element.getAttributeNS(OWN, name + "-utf16");
        if (!exact.isEmpty()) {
            return exact(exact);
        }
        return element.hasAttributeNS(OWN, name) ? element.getAttributeNS(OWN, name) : null;
    }

    private static String exact(String base64) {
        return CsvFacts.units(Base64.getDecoder().decode(base64));
    }

    /** An error of the document is a failure. */
    private static final class Strict extends org.xml.sax.helpers.DefaultHandler {
        @Override
        public void error(org.xml.sax.SAXParseException invalid) throws SAXException {
            throw invalid;
        }
    }
}
