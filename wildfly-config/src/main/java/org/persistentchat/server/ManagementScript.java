package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands for WildFly's management client.
 *
 * @param name of the files with the commands, and with what the client said
 */
public record ManagementScript(String name, List<String> commands) {

    private static final int LINES_SHOWN = 12;

    /** Runs the commands; {@code options} are those of the client's JVM, {@code arguments} the client's own. Files are put into {@code work}. */
    public void run(Path home, Path work, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        Path input = Files.write(work.resolve(name + ".cli"), commands);
        Path output = work.resolve(name + ".log");
        List<String> command = new ArrayList<>(ServerCommand.managementClient(home));
        command.addAll(1, options);
        command.add("--file=" + input);
        command.add("--no-color-output");
        command.addAll(arguments);
        ProcessBuilder client =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        client.environment().put("JBOSS_HOME", home.toString());
        if (client.start().waitFor() != 0) {
            List<String> said = Files.readAllLines(output);
            throw new ServerFailure(name + " failed; " + input + ":\n"
                    + String.join("\n", said.subList(Math.max(0, said.size() - LINES_SHOWN), said.size())));
        }
    }
}
