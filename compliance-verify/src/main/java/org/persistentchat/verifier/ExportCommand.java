package org.persistentchat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.persistentchat.archive.verify.ArchiveExport;
import org.persistentchat.archive.verify.ArchiveSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an archive to a file that can be verified without the database. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes all that is sealed to a file of JSON lines, for whoever verifies it elsewhere.")
final class ExportCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    @Mixin
    SourceOptions source = new SourceOptions();

    @Option(names = "--to", required = true, description = "The new file; compressed if it ends with .gz.")
    Path target = Path.of("archive.jsonl");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException, IOException {
        try (ArchiveSource archive = source.open();
                Writer writer = writer(target)) {
            ArchiveExport.Written written = ArchiveExport.write(archive, writer);
            spec.commandLine()
                    .getOut()
                    .printf("%,d records in %,d chunks written to %s%n", written.records(), written.chunks(), target);
        }
        return 0;
    }

    static Writer writer(Path target) throws IOException {
        OutputStream bytes =
                new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW), BUFFER);
        return new OutputStreamWriter(
                target.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, BUFFER) : bytes, UTF_8);
    }
}
