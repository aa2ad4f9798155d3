package org.persistentchat.archive.adapter.xml;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.adapter.format.ExactText;

/**
 * Elements with attributes, written as they come, in UTF-8. The stream writer of the JDK is not used because the original's texts are attributes, and it
 * leaves line breaks in attributes as they are: a reader then makes blanks of them (XML 1.0, section 3.3.3).
 */
final class XmlWriter implements Closeable {

    /** Prefix of what the original system does not have. */
    static final String OWN = "pc:";

    private static final String EXACT = "-utf16";

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStart;

    XmlWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    XmlWriter start(String element) throws IOException {
        endOfStart();
        newLine();
        out.write('<');
        out.write(element);
        open.push(element);
        inStart = true;
        return this;
    }

    /** Nothing when there is no value; with an exact form beside it when XML cannot hold the value. */
    XmlWriter attribute(String name, @Nullable String value) throws IOException {
        if (value == null) {
            return this;
        }
        if (ExactText.fitsXml(value)) {
            write(name, value);
        } else {
            write(name, ExactText.readableInXml(value));
            write((name.startsWith(OWN) ? name : OWN + name) + EXACT, ExactText.exact(value));
        }
        return this;
    }

    private void write(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            switch (unit) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '"' -> out.write("&quot;");
                case '\t' -> out.write("&#9;");
                case '\n' -> out.write("&#10;");
                case '\r' -> out.write("&#13;");
                default -> out.write(unit);
            }
        }
        out.write('"');
    }

    void end() throws IOException {
        String element = open.pop();
        if (inStart) {
            out.write("/>");
            inStart = false;
        } else {
            newLine();
            out.write("</");
            out.write(element);
            out.write('>');
        }
    }

    private void endOfStart() throws IOException {
        if (inStart) {
            out.write('>');
            inStart = false;
        }
    }

    private void newLine() throws IOException {
        out.write('\n');
        out.write("  ".repeat(open.size()));
    }

    @Override
    public void close() throws IOException {
        out.write('\n');
        out.close();
    }
}
