package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One of WildFly's configuration files, made offline from {@code standalone-full-ha.xml} by our CLI scripts. The file carries no trace of an earlier
 * version: it is always made from the original, and only when the scripts or the original have changed.
 *
 * @param file name of the configuration file
 * @param scripts the scripts to run, in order
 */
record ServerConfiguration(String file, List<Path> scripts) {

    private static final String ORIGINAL = "standalone-full-ha.xml";

    /** Makes the file in {@code home}, unless it is there and current. Output of the scripts goes to {@code work}. */
    void make(Path home, Path work) throws IOException, InterruptedException {
        Path folder = home.resolve("standalone/configuration");
        Path mark = work.resolve(file + ".sha256");
        String fingerprint = fingerprint(folder.resolve(ORIGINAL));
        if (Files.exists(folder.resolve(file))
                && Files.exists(mark)
                && Files.readString(mark).equals(fingerprint)) {
            return;
        }
        Files.copy(folder.resolve(ORIGINAL), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        runScripts(home, work);
        Files.writeString(mark, fingerprint);
    }

    private String fingerprint(Path original) throws IOException {
        MessageDigest digest = sha256();
        digest.update(Files.readAllBytes(original));
        for (Path script : scripts) {
            digest.update(Files.readAllBytes(script));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void runScripts(Path home, Path work) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        commands.add("embed-server --std-out=discard --server-config=" + file);
        for (Path script : scripts) {
            commands.addAll(Files.readAllLines(script));
        }
        commands.add("stop-embedded-server");
        try {
            new ManagementScript(file, commands).run(home, work, List.of(), List.of());
        } catch (ServerFailure failure) {
            Files.deleteIfExists(home.resolve("standalone/configuration").resolve(file));
            throw failure;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException neverWithAJdk) {
            throw new IllegalStateException(neverWithAJdk);
        }
    }
}
