package org.persistentchat.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.persistentchat.archive.proof.Checkpoint;
import org.persistentchat.archive.verify.ArchiveSource;
import org.persistentchat.archive.verify.ArchiveVerifier;
import org.persistentchat.archive.verify.TrustedKeys;
import org.persistentchat.archive.verify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies an archive and says what it found. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Computes everything again and names each record that was changed, removed, inserted or moved.")
final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 100;

    @Mixin
    SourceOptions source = new SourceOptions();

    @Option(
            names = "--key",
            description = "Public key that is trusted, a PEM file that was kept apart from the database; repeatable."
                    + " Without one, signatures are not checked, which the answer says.")
    List<Path> keys = new ArrayList<>();

    @Option(
            names = "--checkpoints",
            description = "A file of checkpoints that was kept elsewhere, or a directory of such; repeatable.")
    List<Path> checkpoints = new ArrayList<>();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Checkpoint> kept = new ArrayList<>();
        for (Path each : checkpoints) {
            kept.addAll(read(each));
        }
        Verdict verdict;
        long begun = System.nanoTime();
        try (ArchiveSource archive = source.open()) {
            verdict = new ArchiveVerifier(TrustedKeys.of(keys), kept).verify(archive);
        }
        verdict.findings().stream().limit(SHOWN).forEach(out::println);
        if (verdict.findings().size() > SHOWN) {
            out.println("... and " + (verdict.findings().size() - SHOWN) + " more");
        }
        out.printf(
                "%,d records in %,d chunks, %,d not sealed yet, %,d checkpoints, %.1f s%n",
                verdict.records(),
                verdict.chunks(),
                verdict.unsealed(),
                kept.size(),
                (System.nanoTime() - begun) / 1e9);
        verdict.expired()
                .forEach((rule, records) -> out.printf("%,d of them expired under the rule: %s%n", records, rule));
        if (keys.isEmpty()) {
            out.println("No key was given: a chain that was made anew would not be noticed.");
        }
        if (kept.isEmpty()) {
            out.println("No checkpoint was given: an archive that was cut off at its end would not be noticed.");
        }
        out.println(verdict.isUntouched() ? "Nothing was changed." : "NOT as it was sealed.");
        return verdict.isUntouched() ? 0 : 1;
    }

    private static List<Checkpoint> read(Path path) throws IOException {
        List<Checkpoint> found = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                    found.addAll(read(file));
                }
            }
            return found;
        }
        for (String line : Files.readAllLines(path, US_ASCII)) {
            found.add(Checkpoint.parse(line));
        }
        return found;
    }
}
