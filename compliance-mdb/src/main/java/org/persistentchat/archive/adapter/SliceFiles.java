package org.persistentchat.archive.adapter;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.persistentchat.compliance.adapter.OutputFiles;

/** The files of one attempt at a slice, under hidden names. Each is durable once it is closed. */
final class SliceFiles implements OutputFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}");

    private final Path directory;
    private final String prefix;
    private final List<String> names = new ArrayList<>();
    private int open;

    SliceFiles(Path directory, String prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    @Override
    public OutputStream create(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a file: " + name);
        }
        if (names.contains(name)) {
            throw new IllegalArgumentException("The slice has a file of that name already: " + name);
        }
        FileChannel channel = FileChannel.open(
                directory.resolve(prefix + name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        names.add(name);
        open++;
        return new Durable(channel);
    }

    /** The names of the files, when all of them are closed. */
    List<String> names() {
        if (open != 0) {
            throw new IllegalStateException("The adapter has left a file open");
        }
        return List.copyOf(names);
    }

    /** Forces to the disk what was written, then closes. */
    private final class Durable extends FilterOutputStream {
        private final FileChannel channel;
        private boolean closed;

        Durable(FileChannel channel) {
            super(new BufferedOutputStream(Channels.newOutputStream(channel)));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try {
                out.flush();
                channel.force(true);
            } finally {
                channel.close();
            }
            open--;
        }
    }
}
