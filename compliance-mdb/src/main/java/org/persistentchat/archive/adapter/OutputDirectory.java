package org.persistentchat.archive.adapter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The output directory of one adapter. Files are written under hidden names in the directory itself, made durable, and then renamed. Between the two lies a
 * mark, a hidden file that lists the names: with it the files are to appear whatever happens, without it the slice is written anew. A file that was renamed
 * and taken away by another system is not made again, because its hidden name is gone.
 */
final class OutputDirectory {

    private static final String MARK = ".mark";

    private final Path directory;
    private final String hidden;

    /** The directory as far as it belongs to {@code adapter}; others may use the same one. */
    OutputDirectory(Path directory, String adapter) {
        this.directory = directory;
        this.hidden = "." + adapter + "~"; // no name of an adapter has a tilde: none is the beginning of another
    }

    /** The files of one attempt at a slice; what was left by other attempts goes. */
    SliceFiles begin(long attempt) throws IOException {
        Files.createDirectories(directory);
        clean();
        return new SliceFiles(directory, prefix(attempt));
    }

    private String prefix(long attempt) {
        return hidden + attempt + "~";
    }

    private Path mark(long attempt) {
        return directory.resolve(hidden + attempt + MARK);
    }

    /** All files of the attempt are complete and durable: says so, durably. */
    void mark(long attempt, SliceFiles files) throws IOException {
        Path mark = mark(attempt);
        Path begun = directory.resolve(prefix(attempt) + "mark");
        try (OutputStream out = Files.newOutputStream(begun)) {
            out.write(String.join("\n", files.names()).getBytes(StandardCharsets.UTF_8));
        }
        sync(begun);
        syncDirectory(); // the files' own names, before the mark
        Files.move(begun, mark, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory();
    }

    boolean isMarked(long attempt) {
        return Files.exists(mark(attempt));
    }

    /** Gives the files of a marked attempt their names. Can be repeated: what was renamed stays so. */
    void publish(long attempt) throws IOException {
        for (String name : Files.readAllLines(mark(attempt), StandardCharsets.UTF_8)) {
            try {
                Files.move(
                        directory.resolve(prefix(attempt) + name),
                        directory.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException renamedBefore) {
                AdapterLog.LOG.tracef("%s was renamed before", name);
            }
        }
        syncDirectory();
    }

    /** Removes what is left of attempts, marks too. */
    void clean() throws IOException {
        for (Path left : leftovers()) {
            Files.deleteIfExists(left);
        }
    }

    private List<Path> leftovers() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().startsWith(hidden))
                    .toList();
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes names durable. Windows cannot open a directory, and needs not. */
    private void syncDirectory() throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
