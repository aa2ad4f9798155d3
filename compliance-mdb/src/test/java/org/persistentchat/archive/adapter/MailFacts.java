package org.persistentchat.archive.adapter;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A mail of the adapter, read by Jakarta Mail.
 *
 * @param lines lines of its text
 * @param recipients how many
 * @param facts records in its attachment
 */
record MailFacts(int lines, int recipients, List<Fact> facts) {

    static MailFacts read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            BodyPart text = parts.getBodyPart(0);
            BodyPart records = parts.getBodyPart(1);
            try (InputStream body = text.getInputStream();
                    InputStream csv = records.getInputStream()) {
                int lines = (int) new String(body.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .count();
                return new MailFacts(lines, mail.getAllRecipients().length, CsvFacts.read(csv));
            }
        }
    }
}
