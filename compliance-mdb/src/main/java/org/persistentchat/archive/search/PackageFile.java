package org.persistentchat.archive.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.persistentchat.archive.pack.PackageLabel;
import org.persistentchat.archive.pack.PackageWriter;
import org.persistentchat.discovery.PackageOrder;
import org.persistentchat.discovery.SealedPackage;

/** Packages in a temporary file, which is gone when it was read. */
final class PackageFile {

    private PackageFile() {}

    static SealedPackage of(PackageWriter writer, PackageOrder order, List<Long> positions)
            throws SQLException, IOException {
        Path file = Files.createTempFile("persistent-chat-package", ".zip"); // its owner reads it only
        try {
            PackageLabel label =
                    new PackageLabel(order.id().text(), order.name(), order.description(), order.by(), order.at());
            int records = writer.write(label, positions, Files.newOutputStream(file));
            long bytes = Files.size(file); // before it is opened: some systems take the name away at once
            return new SealedPackage(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), bytes, records);
        } catch (SQLException | IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }
}
