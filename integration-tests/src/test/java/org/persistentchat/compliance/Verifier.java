package org.persistentchat.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.persistentchat.harness.TestServer;

/** The verifier as people run it: a program of its own that reads the compliance database beside the server. */
final class Verifier {
    private static final Path JAR = Path.of("../compliance-verify/target/persistent-chat-verify.jar");

    private final TestServer server;
    private final Path checkpoints;

    /** What it said. */
    record Answer(int status, String text) {}

    Verifier(TestServer server, Path checkpoints) {
        this.server = server;
        this.checkpoints = checkpoints;
    }

    Answer verify() {
        List<String> command = new ArrayList<>(List.of("verify", "--jdbc", server.complianceUrl(), "--user", "sa"));
        for (Path key : keys()) {
            command.addAll(List.of("--key", key.toString()));
        }
        command.addAll(List.of("--checkpoints", checkpoints.toString()));
        return run(command);
    }

    /** What it says of a package. */
    Answer verifyPackage(Path zip) {
        List<String> command = new ArrayList<>(List.of("package", zip.toString()));
        for (Path key : keys()) {
            command.addAll(List.of("--key", key.toString()));
        }
        return run(command);
    }

    List<Path> keys() {
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(file -> file.toString().endsWith(".pem")).toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Answer run(List<String> arguments) {
        assertThat(JAR).as("built by the module compliance-verify").exists();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().put("PERSISTENTCHAT_ARCHIVE_PASSWORD", "sa");
        try {
            Process running = program.start();
            String text = new String(running.getInputStream().readAllBytes(), UTF_8);
            return new Answer(running.waitFor(), text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
