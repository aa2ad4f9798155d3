package org.persistentchat.loadtest.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.irc.LogEntry.Joined;
import org.persistentchat.loadtest.irc.LogEntry.Parted;
import org.persistentchat.loadtest.irc.LogEntry.Renamed;
import org.persistentchat.loadtest.irc.LogEntry.Said;
import org.persistentchat.loadtest.irc.LogEntry.Skipped;

/** Every form of line that the corpora have, and odd ones. */
class LineParserTest {

    private static LogEntry entry(String line) {
        return LineParser.parse(line);
    }

    @Test
    void aMessageWithTimeAlone() {
        assertThat(entry("[09:14] <crimsun> kleedrac: I'm afraid not"))
                .isEqualTo(new Said("crimsun", "kleedrac: I'm afraid not"));
    }

    @Test
    void aMessageWithChannelDateAndSeconds() {
        assertThat(entry("rust 2018-05-29 [21:20:37] <talchas> I'd bother "))
                .isEqualTo(new Said("talchas", "I'd bother "));
    }

    @Test
    void everythingAfterOneSeparatorBelongsToTheText() {
        assertThat(entry("mediawiki 2013-01-26 [15:04:48] <MatmaRex>\t  my pleasure  "))
                .isEqualTo(new Said("MatmaRex", "  my pleasure  "));
        assertThat(entry("[07:54] <a>  \b\uFEFFodd")).isEqualTo(new Said("a", " \b\uFEFFodd"));
    }

    @Test
    void aMessageWithoutTextIsSaidAllTheSame() {
        assertThat(entry("[07:54] <rosendahl>")).isEqualTo(new Said("rosendahl", ""));
    }

    @Test
    void aNickMayHaveBlanksAndBrackets() {
        assertThat(entry("[07:54] <[ANF] MasterNinja> hi")).isEqualTo(new Said("[ANF] MasterNinja", "hi"));
        assertThat(entry("[07:54] <[FiDo] > hi")).isEqualTo(new Said("[FiDo]", "hi"));
    }

    @Test
    void actionsKeepTheirMark() {
        assertThat(entry("[15:44]  * acrimo bangs head")).isEqualTo(new Said("acrimo", "* acrimo bangs head"));
        assertThat(entry("mediawiki 2007-09-14 [11:12:23] *hojjat \tpokes  "))
                .isEqualTo(new Said("hojjat", "*hojjat \tpokes  "));
        assertThat(entry("=== Tsjoklate nods at |QuaD"))
                .isEqualTo(new Said("Tsjoklate", "=== Tsjoklate nods at |QuaD"));
        assertThat(entry("[11:27]  * TheHawk")).isEqualTo(new Said("TheHawk", "* TheHawk"));
    }

    @Test
    void noticesOfBotsAreSaid() {
        assertThat(entry("rust 2018-05-30 [11:02:40] -eval- \"hi\" ")).isEqualTo(new Said("eval", "\"hi\" "));
    }

    @Test
    void comingsAndGoings() {
        assertThat(entry("=== L0sT [~waa3@raptor.ukc.ac.uk]  has joined #ubuntu"))
                .isEqualTo(new Joined("L0sT"));
        assertThat(entry("=== [BTF] Chm0d [n=x@y]  has joined #ubuntu")).isEqualTo(new Joined("[BTF] Chm0d"));
        assertThat(entry("=== devFran [~Fran@84-120]  has left #Ubuntu []")).isEqualTo(new Parted("devFran"));
        assertThat(entry("=== sivang [~s@80] has quit [\"Leaving\"]")).isEqualTo(new Parted("sivang"));
    }

    @Test
    void changesOfNick() {
        assertThat(entry("=== Customgonzo is now known as [MUPPETS] Gonzo"))
                .isEqualTo(new Renamed("Customgonzo", "[MUPPETS] Gonzo"));
        assertThat(entry("ubuntu-meeting 2010-11-08 === yofel_ is now known as yofel "))
                .isEqualTo(new Renamed("yofel_", "yofel"));
    }

    @Test
    void whatTheServerSaysIsNoConversation() {
        assertThat(entry("=== mode/#ubuntu [+o Amaranth]  by ChanServ")).isEqualTo(new Skipped("mode change"));
        assertThat(entry("ubuntu-meeting 2006-04-30 === ..[topic/#ubuntu-meeting:Ubugtu] : Calendar"))
                .isEqualTo(new Skipped("topic"));
    }

    @Test
    void oddLinesStopNothing() {
        assertThat(List.of(
                        "",
                        "   ",
                        "[",
                        "[09:1",
                        "<",
                        "<>",
                        "<> x",
                        "===",
                        "=== ",
                        "-",
                        "--",
                        "* ",
                        "***",
                        "\uFFFD\u0000",
                        "[99:99] "))
                .allSatisfy(line -> assertThat(entry(line)).isInstanceOf(Skipped.class));
    }

    @Test
    void theTimeIsReadWhereItStands() {
        assertThat(LineParser.second("[09:14] <a> b")).isEqualTo(9 * 3600 + 14 * 60);
        assertThat(LineParser.second("rust 2018-05-29 [21:20:37] <a> b")).isEqualTo(21 * 3600 + 20 * 60 + 37);
        assertThat(LineParser.second("=== a is now known as b")).isEqualTo(-1);
    }

    @Test
    void bytesThatAreNotUtf8BecomeReplacementCharacters() {
        byte[] bytes = "[09:14] <a> caf\u00e9\r\nlast".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(LogFiles.lines("x.log", bytes).lines())
                .extracting(LogLine::entry)
                .containsExactly(new Said("a", "caf\uFFFD"), new Skipped("unknown form"));
    }

    @Test
    void theSampleHasAllFormsAndIsUnderstood() {
        List<ChannelLog> sample = SampleLogs.read();
        assertThat(sample).hasSize(4);
        List<LogEntry> entries = sample.stream()
                .flatMap(log -> log.files().stream())
                .flatMap(file -> file.lines().stream())
                .map(LogLine::entry)
                .toList();
        assertThat(entries).hasSizeGreaterThan(400);
        for (Class<?> form : List.of(Said.class, Joined.class, Parted.class, Renamed.class)) {
            assertThat(entries).hasAtLeastOneElementOfType(form);
        }
        assertThat(sample).allSatisfy(log -> assertThat(log.skipped()).doesNotContainKey("unknown form"));
    }
}
