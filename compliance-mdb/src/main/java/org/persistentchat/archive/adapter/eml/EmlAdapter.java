package org.persistentchat.archive.adapter.eml;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.persistentchat.archive.adapter.csv.CsvRecords;
import org.persistentchat.archive.adapter.format.FileNames;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.ComplianceAdapter;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.OutputFiles;
import org.persistentchat.compliance.adapter.Slice;

/** The adapter {@code eml}: one mail for each conversation of a slice. */
public final class EmlAdapter implements ComplianceAdapter {

    private static final String DOMAIN = "domain";
    private static final String FROM = "from";

    @Override
    public String type() {
        return "eml";
    }

    @Override
    public void check(AdapterOptions options) {
        try {
            new InternetAddress(from(options), true).validate();
        } catch (AddressException invalid) {
            throw new IllegalArgumentException("\"from\" is no address of mail: " + invalid.getMessage(), invalid);
        }
    }

    @Override
    public void export(Slice slice, AdapterOptions options, OutputFiles files) throws IOException {
        FileNames names = new FileNames(options, slice);
        for (Conversation conversation : slice.conversations()) {
            String name = names.of(conversation);
            Path text = Files.createTempFile("persistent-chat", ".txt");
            Path records = Files.createTempFile("persistent-chat", ".csv");
            try (OutputStream out = files.create(name + ".eml")) {
                Transcript transcript = Transcript.write(conversation, domain(options), text);
                try (CsvRecords csv = new CsvRecords(Files.newOutputStream(records))) {
                    csv.write(conversation);
                }
                new ConversationMail(name, domain(options), from(options))
                        .of(conversation, transcript, records)
                        .writeTo(out);
            } catch (MessagingException failed) {
                throw new IOException("The mail of room " + conversation.room().id() + " cannot be made", failed);
            } finally {
                Files.delete(text);
                Files.delete(records);
            }
        }
    }

    private static String domain(AdapterOptions options) {
        return options.text(DOMAIN).orElse("persistent-chat.invalid");
    }

    private static String from(AdapterOptions options) {
        return options.text(FROM).orElse("persistent-chat@" + domain(options));
    }
}
