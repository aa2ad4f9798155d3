package org.persistentchat.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.persistentchat.archive.verify.PackageVerifier;
import org.persistentchat.archive.verify.TrustedKeys;
import org.persistentchat.archive.verify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a sealed package and says what it found. */
@Command(
        name = "package",
        mixinStandardHelpOptions = true,
        description =
                "Checks a sealed package, and names each file and record that was changed, removed, added or moved.")
final class PackageCommand implements Callable<Integer> {

    private static final int SHOWN = 100;

    @Parameters(index = "0", paramLabel = "PACKAGE", description = "The package, a ZIP.")
    Path file = Path.of("package.zip");

    @Option(
            names = "--key",
            description =
                    "Public key that is trusted, a PEM file that did not come with the package; repeatable: of each"
                            + " server that sealed. Without one, signatures are not checked, which the answer says.")
    List<Path> keys = new ArrayList<>();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read");
        }
        PrintWriter out = spec.commandLine().getOut();
        PackageVerifier verifier = new PackageVerifier(TrustedKeys.of(keys));
        Verdict verdict = verifier.verify(file);
        verdict.findings().stream().limit(SHOWN).forEach(out::println);
        if (verdict.findings().size() > SHOWN) {
            out.println("... and " + (verdict.findings().size() - SHOWN) + " more");
        }
        verifier.title().ifPresent(out::println);
        out.printf("%,d records of %,d chunks%n", verdict.records(), verdict.chunks());
        if (keys.isEmpty()) {
            out.println("No key was given: a package that was made anew by somebody else would not be noticed.");
        }
        out.println(verdict.isUntouched() ? "Nothing was changed." : "NOT as it was sealed.");
        return verdict.isUntouched() ? 0 : 1;
    }
}
