package org.persistentchat.archive.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.archive.adapter.csv.CsvAdapter;
import org.persistentchat.archive.adapter.eml.EmlAdapter;
import org.persistentchat.archive.adapter.xml.XmlAdapter;
import org.persistentchat.compliance.adapter.ComplianceAdapter;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;
import org.w3c.dom.Element;

/** What a format holds, read back by a parser that is not ours, is what was archived, whatever people wrote. */
class FormatsTest {

    private static final Comparator<Fact> IN_ROOMS =
            Comparator.comparing(Fact::room).thenComparing(Fact::record);

    @TempDir
    Path directory;

    private final SampleArchive archive = new SampleArchive();
    private final List<ComplianceRecord> said = new Talk(1).next(600, Duration.ofSeconds(4));

    @BeforeEach
    void archiveIt() throws SQLException {
        archive.append(said);
    }

    private List<Fact> expected() {
        return said.stream().map(Fact::of).sorted(IN_ROOMS).toList();
    }

    private AdaptersFixture export(ComplianceAdapter adapter, Map<String, String> options)
            throws SQLException, IOException {
        AdaptersFixture adapters = new AdaptersFixture(archive, directory);
        assertThat(adapters.run(adapter, options).run()).isPositive();
        return adapters;
    }

    private static List<Fact> inRooms(List<Fact> facts) {
        return facts.stream().sorted(Comparator.comparing(Fact::room)).toList();
    }

    @Test
    void csvHoldsEveryRecordOnceExactlyAndInOrder() throws SQLException, IOException {
        List<Fact> facts = new ArrayList<>();
        for (Path file : export(new CsvAdapter(), Map.of()).files()) {
            try (InputStream csv = Files.newInputStream(file)) {
                facts.addAll(CsvFacts.read(csv));
            }
        }
        assertThat(inRooms(facts)).containsExactlyElementsOf(expected());
    }

    @Test
    void xmlIsValidAndHoldsEveryRecordOnceExactlyAndInOrder() throws SQLException, IOException {
        List<Fact> facts = new ArrayList<>();
        Map<String, String> options = Map.of("room-details", "true", "user-details", "true");
        for (Path file : export(new XmlAdapter(), options).files()) {
            facts.addAll(XmlFacts.read(file));
        }
        assertThat(inRooms(facts))
                .containsExactlyElementsOf(
                        expected().stream().map(FormatsTest::withoutAbsentTexts).toList());
    }

    /** Content and address of mail are attributes that the original always has. */
    private static Fact withoutAbsentTexts(Fact fact) {
        return new Fact(
                fact.record(),
                fact.kind(),
                fact.at(),
                fact.room(),
                fact.roomName(),
                fact.category(),
                fact.sequence(),
                fact.account(),
                fact.displayName(),
                fact.email() == null ? "" : fact.email(),
                fact.internal(),
                fact.server(),
                fact.content() == null ? "" : fact.content(),
                fact.target(),
                fact.title(),
                fact.previous());
    }

    @Test
    void xmlOfOneRoomPerFileHasOneConversationInEach() throws SQLException, IOException {
        for (Path file :
                export(new XmlAdapter(), Map.of("one-room-per-file", "true")).files()) {
            Element conversations = XmlFacts.valid(file);
            assertThat(conversations.getElementsByTagName("Conversation").getLength())
                    .isEqualTo(1);
            String uri = XmlFacts.child(conversations, "Channel").getAttribute("uri");
            String room = uri.substring(uri.lastIndexOf('/') + 1);
            assertThat(file.getFileName().toString()).endsWith("_" + (room.isEmpty() ? "no-room" : room) + ".xml");
        }
    }

    @Test
    void theFirstMessageIsTheFirstOneThatTheOriginalKnows() throws SQLException, IOException {
        Path file = export(new XmlAdapter(), Map.of()).files().get(0);
        Element conversation = XmlFacts.child(XmlFacts.valid(file), "Conversation");
        if (conversation.getElementsByTagName("FirstMessage").getLength() > 0) {
            Element first = XmlFacts.child(conversation, "FirstMessage");
            Element message = XmlFacts.child(conversation, "Message");
            for (String attribute : List.of("type", "content", "id")) {
                assertThat(first.getAttribute(attribute)).isEqualTo(message.getAttribute(attribute));
            }
        }
    }

    @Test
    void aStylesheetTransformsTheXml() throws SQLException, IOException {
        Path xslt = Files.writeString(directory.resolve("to-text.xsl"), """
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                  <xsl:output method="text" encoding="UTF-8"/>
                  <xsl:template match="/"><xsl:value-of select="count(//Messages/*)"/></xsl:template>
                </xsl:stylesheet>""");
        Map<String, String> options = Map.of("xslt", xslt.toString(), "extension", "txt");
        long records = 0;
        for (Path file : export(new XmlAdapter(), options).files()) {
            if (!file.equals(xslt)) {
                assertThat(file.toString()).endsWith(".txt");
                records += Long.parseLong(Files.readString(file));
            }
        }
        assertThat(records).isEqualTo(said.size());
    }

    @Test
    void aFaultyStylesheetIsRefusedBeforeTheFirstRun() throws IOException {
        Path xslt = Files.writeString(directory.resolve("faulty.xsl"), "<xsl:stylesheet");
        assertThatThrownBy(() -> new XmlAdapter().check(new Options("xml", Map.of("xslt", xslt.toString()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faulty.xsl");
    }

    @Test
    void mailsAreReadBackWithAllRecordsAndTheirPeople() throws Exception {
        List<Fact> facts = new ArrayList<>();
        for (Path file : export(new EmlAdapter(), Map.of()).files()) {
            MailFacts mail = MailFacts.read(file);
            assertThat(mail.lines()).isGreaterThanOrEqualTo(mail.facts().size());
            assertThat(mail.recipients()).isEqualTo((int)
                    mail.facts().stream().map(Fact::account).distinct().count());
            facts.addAll(mail.facts());
        }
        assertThat(inRooms(facts)).containsExactlyElementsOf(expected());
    }

    @Test
    void mailsHaveNoLineThatRfc5322Forbids() throws SQLException, IOException {
        for (Path file : export(new EmlAdapter(), Map.of()).files()) {
            String mail = Files.readString(file, StandardCharsets.US_ASCII);
            assertThat(mail).doesNotContainPattern("(?<!\r)\n|\r(?!\n)");
            assertThat(mail.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
        }
    }

    @Test
    void aNameCannotMakeAHeaderOfItsOwn() throws SQLException, IOException {
        ComplianceRecord plain = said.get(0);
        String evil = "Eve\r\nBcc: all@example.org";
        archive.append(List.of(new ComplianceRecord(
                new UUID(0x01A0_0000_0000_7000L, 1),
                RecordKind.POST,
                plain.at(),
                new RecordedRoom("evil", evil, evil),
                1,
                new RecordedPerson("eve", evil, "eve@example.org\r\nBcc: all@example.org", true),
                "node-1",
                "hello")));
        AdaptersFixture adapters = export(new EmlAdapter(), Map.of());
        for (Path file : adapters.files()) {
            String mail = Files.readString(file, StandardCharsets.US_ASCII);
            assertThat(mail.substring(0, mail.indexOf("\r\n\r\n"))).doesNotContainPattern("(?m)^Bcc");
        }
    }

    @Test
    void theSameSliceIsTheSameFileByteByByte() throws SQLException, IOException {
        AdaptersFixture once = export(new EmlAdapter(), Map.of());
        AdaptersFixture again = new AdaptersFixture(new SampleArchive(), directory.resolve("again"));
        again.archive.append(said);
        again.run(new EmlAdapter(), Map.of()).run();
        for (Path file : again.files()) {
            assertThat(file).hasSameBinaryContentAs(once.directory.resolve(file.getFileName()));
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new EmlAdapter().check(new Options("eml", Map.of("from", "not an address"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
