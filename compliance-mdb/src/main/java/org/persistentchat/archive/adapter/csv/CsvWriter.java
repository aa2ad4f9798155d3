package org.persistentchat.archive.adapter.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines as of RFC 4180, in UTF-8. Nothing between two commas is an absent value, {@code ""} an empty one. */
final class CsvWriter implements Closeable {

    private final Writer out;

    CsvWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void line(List<@Nullable String> values) throws IOException {
        for (Iterator<@Nullable String> each = values.iterator(); each.hasNext(); ) {
            value(each.next());
            out.write(each.hasNext() ? "," : "\r\n");
        }
    }

    private void value(@Nullable String value) throws IOException {
        if (value == null) {
            return;
        }
        boolean plain = !value.isEmpty() && value.chars().noneMatch(CsvWriter::isSpecial);
        out.write(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
    }

    /** Quoted are also blanks and control characters: some readers trim or stop at them. */
    private static boolean isSpecial(int unit) {
        return unit == '"' || unit == ',' || unit <= ' ';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
