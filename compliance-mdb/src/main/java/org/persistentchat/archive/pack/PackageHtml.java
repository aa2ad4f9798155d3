package org.persistentchat.archive.pack;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.ExportedRecord;
import org.persistentchat.compliance.adapter.RecordCursor;

/** A page to be read by people: the conversation of each room, record by record. It needs nothing beside it, and whatever was said, it runs nothing. */
final class PackageHtml {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title></title>
            <style>
            body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
            h1, h2 { line-height: 1.2 } h2 { border-bottom: 1px solid #767676; margin-top: 3rem }
            ol { list-style: none; padding: 0 } li { padding: .4rem 0; border-bottom: 1px solid #e0e0e0 }
            .what { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0 0 }
            .meta { color: #4a4a4a; font-size: .875rem } .kind { font-weight: bold }
            .EDIT, .REPLACEMENT { background: #fff8e1 } .DELETE, .PURGE, .REMOVAL { background: #fdecea }
            del, ins { white-space: pre-wrap; overflow-wrap: anywhere } :target { outline: 2px solid #0b57d0 }
            </style>
            </head>
            <body>
            """;
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("JOIN", "entered"),
            Map.entry("PART", "left"),
            Map.entry("POST", "said"),
            Map.entry("ALERT", "said, of high importance"),
            Map.entry("STORY", "published"),
            Map.entry("EDIT", "edited"),
            Map.entry("DELETE", "deleted"),
            Map.entry("PURGE", "purged"),
            Map.entry("REMOVAL", "removed"),
            Map.entry("REPLACEMENT", "replaced words of"),
            Map.entry("REACTION", "reacted to"),
            Map.entry("REACTION_BACK", "took a reaction back from"),
            Map.entry("PIN", "pinned"),
            Map.entry("UNPIN", "unpinned"),
            Map.entry("HISTORY_VIEWED", "was shown messages"));

    private final Writer out;

    PackageHtml(Writer out) {
        this.out = out;
    }

    void write(PackageLabel label, List<Conversation> rooms) throws IOException {
        out.write(HEAD.replace("<title>", "<title>" + Html.escape(label.name())));
        out.write("<h1>" + Html.escape(label.name()) + "</h1>\n");
        out.write("<p class=\"what\">" + Html.escape(label.description()) + "</p>\n");
        out.write("<p class=\"meta\">Case " + Html.escape(label.subject()) + ", made by " + Html.escape(label.by())
                + " at " + label.at() + ". Times are UTC. Of each room only what was picked is shown. Whether this file"
                + " is as it was made says the verifier: see README.txt.</p>\n");
        if (rooms.size() > 1) {
            out.write("<nav aria-label=\"Rooms\"><ul>\n");
            for (int room = 0; room < rooms.size(); room++) {
                out.write("<li><a href=\"#r" + room + "\">" + title(rooms.get(room)) + "</a> ("
                        + rooms.get(room).size() + ")</li>\n");
            }
            out.write("</ul></nav>\n");
        }
        out.write("<main>\n");
        for (int room = 0; room < rooms.size(); room++) {
            write(room, rooms.get(room));
        }
        out.write("</main>\n</body>\n</html>\n");
    }

    private static String title(Conversation conversation) {
        if (conversation.room().id().isEmpty()) {
            return "In no room";
        }
        return Html.escape(conversation.room().name());
    }

    private void write(int room, Conversation conversation) throws IOException {
        out.write("<section>\n<h2 id=\"r" + room + "\">" + title(conversation) + "</h2>\n<p class=\"meta\">");
        if (!conversation.room().id().isEmpty()) {
            out.write("Category " + Html.escape(conversation.room().category()) + ", room "
                    + Html.escape(conversation.room().id()) + ", ");
        }
        out.write(conversation.start() + " to " + conversation.end() + "</p>\n<ol>\n");
        try (RecordCursor records = conversation.open()) {
            for (Optional<ExportedRecord> each = records.next(); each.isPresent(); each = records.next()) {
                write(room, each.get());
            }
        }
        out.write("</ol>\n</section>\n");
    }

    private void write(int room, ExportedRecord record) throws IOException {
        String kind = record.kind().matches("[A-Z_]{1,32}") ? record.kind() : "OTHER";
        out.write("<li class=\"" + kind + "\"");
        if (record.sequence() != 0) {
            out.write(" id=\"" + anchor(room, record.sequence()) + "\"");
        }
        out.write("><span class=\"meta\"><time datetime=\"" + record.at() + "\">" + record.at() + "</time>");
        if (record.sequence() != 0) {
            out.write(" #" + record.sequence());
        }
        out.write("</span> <strong title=\"" + Html.escape(record.person().account()) + "\"><bdi>"
                + Html.escape(record.person().displayName()) + "</bdi></strong> <span class=\"meta\">("
                + Html.escape(record.person().account()) + (record.person().internal() ? "" : ", external")
                + ")</span> <span class=\"kind\">" + Html.escape(VERBS.getOrDefault(kind, record.kind())) + "</span>");
        long target = record.message().target();
        if (target != 0) {
            String of = VERBS.containsKey(kind) && !kind.equals("POST") ? " message " : " in answer to message ";
            out.write(of + "<a href=\"#" + anchor(room, target) + "\">#" + target + "</a>");
        }
        text("p", record.message().title());
        text("del", record.message().previous());
        text(record.message().previous() == null ? "p" : "ins", record.message().content());
        out.write("</li>\n");
    }

    private static String anchor(int room, long sequence) {
        return "r" + room + "m" + sequence;
    }

    private void text(String element, @Nullable String text) throws IOException {
        if (text != null) {
            out.write("\n<" + element + " class=\"what\"><bdi>" + Html.escape(text) + "</bdi></" + element + ">");
        }
    }
}
