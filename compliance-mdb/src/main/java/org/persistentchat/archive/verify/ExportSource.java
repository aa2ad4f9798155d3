package org.persistentchat.archive.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.proof.SealedChunk;

/** An export. What cannot be read of it is a finding with the number of its line, and reading goes on behind it. */
public final class ExportSource implements ArchiveSource {

    private static final int DAMAGES = 1_000;
    private static final int BUFFER = 1 << 16;

    private final BufferedReader lines;
    private final List<Finding> damage = new ArrayList<>();
    private @Nullable ExportLine ahead;
    private @Nullable UUID archive;
    private long lineNumber;
    private long chunks;
    private long records;
    private boolean ended;
    private boolean broken;

    public ExportSource(BufferedReader lines) {
        this.lines = lines;
        advance();
        if (ahead instanceof ExportLine.Begin begin) {
            archive = begin.archive();
            advance();
        } else {
            damaged("the file does not begin as an export");
        }
    }

    /** The export in {@code file}; compressed if its name ends with {@code .gz}. */
    public static ExportSource of(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (String.valueOf(file.getFileName()).endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes, BUFFER);
        }
        return new ExportSource(new BufferedReader(new InputStreamReader(bytes, UTF_8.newDecoder()), BUFFER));
    }

    private void advance() {
        ahead = null;
        for (String text = readLine(); text != null; text = readLine()) {
            lineNumber++;
            try {
                ahead = ExportLine.Codec.read(text);
                return;
            } catch (IOException damaged) {
                damaged(String.valueOf(damaged.getMessage()));
            }
        }
    }

    private @Nullable String readLine() {
        try {
            return broken ? null : lines.readLine();
        } catch (IOException unreadable) {
            broken = true;
            damaged("behind it the file cannot be read");
            return null;
        }
    }

    private void damaged(String what) {
        if (damage.size() < DAMAGES) {
            damage.add(new Finding(Finding.Kind.DAMAGED, 0, 0, "line " + lineNumber + ": " + what));
        }
    }

    @Override
    public Optional<UUID> archive() {
        return Optional.ofNullable(archive);
    }

    @Override
    public Optional<SealedChunk> nextChunk() {
        while (ahead != null) {
            if (ahead instanceof ExportLine.Chunk chunk) {
                advance();
                chunks++;
                return Optional.of(chunk.sealed());
            }
            if (ahead instanceof ExportLine.End end) {
                end(end);
            } else {
                damaged("it belongs to no chunk");
            }
            advance();
        }
        return Optional.empty();
    }

    private void end(ExportLine.End end) {
        if (ended) {
            damaged("the file ends twice");
        }
        ended = true;
        if (end.chunks() != chunks || end.records() != records) {
            damaged("the file had " + end.chunks() + " chunks and " + end.records() + " records, and has " + chunks
                    + " and " + records);
        }
    }

    @Override
    public List<StoredEntry> entries(SealedChunk chunk) {
        List<StoredEntry> entries = new ArrayList<>();
        while (ahead instanceof ExportLine.Entry entry) {
            entries.add(entry.stored());
            records++;
            advance();
        }
        return entries;
    }

    @Override
    public List<Finding> leftOver(long absent) {
        if (!ended) {
            damaged("the file is cut off");
        }
        return damage;
    }

    @Override
    public long unsealed() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
