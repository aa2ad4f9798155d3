package org.persistentchat.archive.adapter.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.adapter.format.OriginalType;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.RecordCursor;

/** The list of transferred files. There is none when no file was transferred. */
final class AttachmentManifest {

    /** Makes the file when it is needed. */
    @FunctionalInterface
    interface Creation {
        OutputStream create() throws IOException;
    }

    private AttachmentManifest() {}

    static void write(List<Conversation> together, Creation file) throws IOException {
        @Nullable XmlWriter xml = null;
        try {
            for (Conversation conversation : together) {
                try (RecordCursor records = conversation.open()) {
                    for (Optional<ExportedRecord> each = records.next(); each.isPresent(); each = records.next()) {
                        if (isTransfer(each.get())) {
                            xml = xml != null ? xml : begun(file.create());
                            entry(xml, each.get());
                        }
                    }
                }
            }
            if (xml != null) {
                xml.end();
            }
        } finally {
            if (xml != null) {
                xml.close();
            }
        }
    }

    private static boolean isTransfer(ExportedRecord record) {
        return OriginalType.of(record.kind()).map(OriginalType::isTransfer).orElse(false);
    }

    private static XmlWriter begun(OutputStream out) throws IOException {
        return new XmlWriter(out).start("pc:Attachments").attribute("xmlns:pc", XmlAdapter.NAMESPACE);
    }

    private static void entry(XmlWriter xml, ExportedRecord record) throws IOException {
        xml.start("pc:Attachment")
                .attribute("record", record.id().toString())
                .attribute(
                        "type", OriginalType.of(record.kind()).map(Enum::name).orElse(null))
                .attribute("file", record.message().content())
                .attribute("room", record.room().id())
                .attribute("account", record.person().account())
                .attribute("at", record.at().toString())
                .end();
    }
}
