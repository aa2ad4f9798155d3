package org.persistentchat.archive.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What somebody might do to a file.
 *
 * @param text the file afterwards
 * @param how what was done
 */
record ExportTampering(String text, String how) {

    static ExportTampering at(SplittableRandom random, String export) {
        List<String> lines = new ArrayList<>(Arrays.asList(export.split("\n")));
        int line = random.nextInt(lines.size());
        int other = (line + 1 + random.nextInt(lines.size() - 1)) % lines.size();
        return switch (random.nextInt(6)) {
            case 0 -> character(random, export);
            case 1 -> {
                lines.remove(line);
                yield of(lines, "removed line " + line);
            }
            case 2 -> {
                lines.add(other, lines.get(line));
                yield of(lines, "line " + line + " is there again before " + other);
            }
            case 3 -> {
                Collections.swap(lines, line, other);
                yield of(lines, "lines " + line + " and " + other + " changed places");
            }
            case 4 -> of(lines.subList(0, line), "cut off at line " + line);
            default -> new ExportTampering(export.substring(0, random.nextInt(export.length() - 1)), "cut off");
        };
    }

    private static ExportTampering of(List<String> lines, String how) {
        return new ExportTampering(String.join("\n", lines) + "\n", how);
    }

    private static ExportTampering character(SplittableRandom random, String export) {
        int at = random.nextInt(export.length() - 1); // the last line may end or not
        char was = export.charAt(at);
        char is = (char) (' ' + random.nextInt('~' - ' '));
        if (is == was) {
            is = '~';
        }
        return new ExportTampering(
                export.substring(0, at) + is + export.substring(at + 1),
                "'" + was + "' at " + at + " became '" + is + "'");
    }
}
