package org.persistentchat.archive.adapter.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.persistentchat.archive.adapter.format.FileNames;
import org.persistentchat.archive.adapter.format.Grouping;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.ComplianceAdapter;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.OutputFiles;
import org.persistentchat.compliance.adapter.Slice;

/** The adapter {@code xml}. */
public final class XmlAdapter implements ComplianceAdapter {

    /** The namespace of what the original system does not have. */
    static final String NAMESPACE = "urn:persistentchat:compliance:1";

    @Override
    public String type() {
        return "xml";
    }

    @Override
    public void check(AdapterOptions options) {
        XmlOptions.of(options).stylesheet().ifPresent(Stylesheet::new);
    }

    @Override
    public void export(Slice slice, AdapterOptions options, OutputFiles files) throws IOException {
        XmlOptions xml = XmlOptions.of(options);
        Optional<Stylesheet> stylesheet = xml.stylesheet().map(Stylesheet::new);
        FileNames names = new FileNames(options, slice);
        boolean eachRoom = options.flag(Grouping.ONE_ROOM_PER_FILE);
        for (List<Conversation> together : Grouping.of(slice, options)) {
            String name = names.of(together, eachRoom);
            try (OutputStream out = files.create(name + "." + xml.extension())) {
                if (stylesheet.isPresent()) {
                    transform(together, xml, stylesheet.get(), out);
                } else {
                    write(together, xml, out);
                }
            }
            if (xml.attachments()) {
                AttachmentManifest.write(together, () -> files.create(name + ".ATTACH"));
            }
        }
    }

    private static void transform(
            List<Conversation> together, XmlOptions options, Stylesheet stylesheet, OutputStream out)
            throws IOException {
        Path plain = Files.createTempFile("persistent-chat", ".xml");
        try {
            try (OutputStream toTransform = Files.newOutputStream(plain)) {
                write(together, options, toTransform);
            }
            stylesheet.transform(plain, out);
        } finally {
            Files.delete(plain);
        }
    }

    private static void write(List<Conversation> together, XmlOptions options, OutputStream out) throws IOException {
        try (XmlWriter xml = new XmlWriter(out)) {
            xml.start("Conversations").attribute("xmlns:pc", NAMESPACE);
            ConversationXml conversations = new ConversationXml(xml, options);
            for (Conversation conversation : together) {
                conversations.write(conversation);
            }
            xml.end();
        }
    }
}
