package org.persistentchat.loadtest.irc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The conversations that come with the program; see {@code ATTRIBUTION.txt} beside them. */
public final class SampleLogs {
    private static final String FOLDER = "/org/persistentchat/loadtest/sample/";

    private SampleLogs() {}

    /** Three channels of a few hundred lines, in all forms of line. */
    public static List<ChannelLog> read() {
        return List.of(
                channel("mediawiki", "mediawiki.0.log"),
                channel("rust", "rust.0.log"),
                channel("ubuntu", "2006-08-11.log", "2015-11-26.log"),
                channel("ubuntu-meeting", "ubuntu-meeting.0.log"));
    }

    private static ChannelLog channel(String name, String... files) {
        return new ChannelLog(
                name,
                List.of(files).stream()
                        .map(file -> LogFiles.lines(file, bytes(FOLDER + name + "/" + file)))
                        .toList());
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = SampleLogs.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
