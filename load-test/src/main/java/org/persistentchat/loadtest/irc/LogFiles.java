package org.persistentchat.loadtest.irc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.persistentchat.loadtest.irc.ChannelLog.LogFile;

/**
 * Finds and reads log files. A file named by its day ({@code ubuntu/2004-12-25.log}) belongs to the channel its folder is named for, another one to
 * the channel before the first point of its name ({@code rust.0.log}).
 */
public final class LogFiles {
    private static final Pattern DAY = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 12;

    private LogFiles() {}

    /** Reads a file, or all files below a folder; channels by name, the files of a channel in the order of day or number. */
    public static List<ChannelLog> read(Path path) {
        Map<String, List<LogFile>> channels = new TreeMap<>();
        for (Path file : files(path)) {
            channels.computeIfAbsent(channel(file), name -> new ArrayList<>()).add(file(file));
        }
        return channels.entrySet().stream()
                .map(entry -> new ChannelLog(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> found = Files.walk(path)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || file.toString().endsWith(".log"))
                    .sorted(Comparator.comparing(LogFiles::sortKey))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Logs at " + path + " cannot be read", unreadable);
        }
    }

    /** Numbers filled up with zeros, so that 10 comes after 9. */
    private static String sortKey(Path file) {
        Matcher number = NUMBER.matcher(file.toString());
        return number.replaceAll(found ->
                "0".repeat(Math.max(0, DIGITS - found.group().length())) + found.group());
    }

    private static String channel(Path file) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().getParent();
        if (DAY.matcher(name).find() && folder != null && folder.getFileName() != null) {
            return folder.getFileName().toString();
        }
        int point = name.indexOf('.');
        return point <= 0 ? name : name.substring(0, point);
    }

    private static LogFile file(Path file) {
        try {
            return lines(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Log " + file + " cannot be read", unreadable);
        }
    }

    /** Bytes that are not UTF-8 become replacement characters here, once; after that the text is never changed. */
    static LogFile lines(String name, byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        List<LogLine> parsed = new ArrayList<>(lines.length);
        int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        for (int index = 0; index < count; index++) {
            String line =
                    lines[index].endsWith("\r") ? lines[index].substring(0, lines[index].length() - 1) : lines[index];
            parsed.add(new LogLine(name + ":" + (index + 1), LineParser.second(line), LineParser.parse(line)));
        }
        return new LogFile(name, parsed);
    }
}
