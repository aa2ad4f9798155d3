package org.persistentchat.archive.adapter.eml;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedRoom;

/** The mail of a conversation: the transcript as its text, all records as an attachment. The same conversation is the same mail, byte by byte. */
final class ConversationMail {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String name;
    private final String domain;
    private final String from;

    /** The mail called {@code name}, which is also its identity. */
    ConversationMail(String name, String domain, String from) {
        this.name = name;
        this.domain = domain;
        this.from = from;
    }

    MimeMessage of(Conversation conversation, Transcript transcript, Path records) throws MessagingException {
        ExportedRoom room = conversation.room();
        MimeMessage mail = new WithIdentity(name + "@" + domain);
        mail.setFrom(sender(room));
        mail.setRecipients(Message.RecipientType.TO, transcript.people().toArray(InternetAddress[]::new));
        mail.setSubject(subject(conversation), UTF_8);
        mail.setHeader("Date", DATE.format(conversation.end()));
        mail.setHeader("X-Persistent-Chat-Room", room.id());
        mail.setHeader("X-Persistent-Chat-Records", String.valueOf(conversation.size()));
        mail.setHeader("X-Persistent-Chat-Start", conversation.start().toString());
        mail.setHeader("X-Persistent-Chat-End", conversation.end().toString());
        MimeMultipart parts = new WithBoundary("=_" + Integer.toHexString(name.hashCode()) + "_conversation");
        parts.addBodyPart(part(transcript.text(), "text/plain", "quoted-printable"));
        MimeBodyPart attachment = part(records, "text/csv", "base64");
        attachment.setDisposition(Part.ATTACHMENT);
        attachment.setFileName(name + ".csv");
        parts.addBodyPart(attachment);
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }

    private InternetAddress sender(ExportedRoom room) throws MessagingException {
        try {
            return new InternetAddress(from, HeaderText.of(room.name()), UTF_8);
        } catch (UnsupportedEncodingException neverWithUtf8) {
            throw new MessagingException("UTF-8", neverWithUtf8);
        }
    }

    private static String subject(Conversation conversation) {
        ExportedRoom room = conversation.room();
        String of = room.id().isEmpty() ? "Administration" : room.name() + " (" + room.category() + ")";
        return HeaderText.of(of) + ", " + MINUTES.format(conversation.start()) + " to "
                + MINUTES.format(conversation.end()) + " UTC";
    }

    private static MimeBodyPart part(Path file, String type, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Typed(file, type + "; charset=utf-8")));
        part.setHeader("Content-Type", type + "; charset=utf-8");
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    /** A file whose type is known, whatever its name. */
    private static final class Typed extends FileDataSource {
        private final String type;

        Typed(Path file, String type) {
            super(file.toFile());
            this.type = type;
        }

        @Override
        public String getContentType() {
            return type;
        }
    }

    /** Jakarta Mail takes identity and boundary from the clock otherwise. */
    private static final class WithIdentity extends MimeMessage {
        private final String identity;

        WithIdentity(String identity) {
            super(Session.getInstance(new Properties()));
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + identity + ">");
        }
    }

    /** Parts with a boundary that is always the same; encoded texts cannot contain it, for they have no {@code =_}. */
    private static final class WithBoundary extends MimeMultipart {
        WithBoundary(String boundary) throws MessagingException {
            ContentType type = new ContentType("multipart", "mixed", null);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
