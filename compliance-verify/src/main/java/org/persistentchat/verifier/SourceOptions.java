package org.persistentchat.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.verify.ArchiveSource;
import org.persistentchat.archive.verify.DatabaseSource;
import org.persistentchat.archive.verify.ExportSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the archive is read: a file or a database. */
final class SourceOptions {

    private static final String PASSWORD = "PERSISTENTCHAT_ARCHIVE_PASSWORD";

    @ArgGroup(multiplicity = "1")
    Where where = new Where();

    @Option(
            names = "--user",
            defaultValue = "",
            description = "Account of the database; it needs to read only. The password is taken from the environment"
                    + " variable " + PASSWORD + ".")
    String user = "";

    /** One of them. */
    static final class Where {

        @Option(names = "--export", required = true, description = "An export, compressed if it ends with .gz.")
        @Nullable Path export;

        @Option(
                names = "--jdbc",
                required = true,
                description =
                        "URL of the compliance database, such as"
                                + " jdbc:sqlserver://host;databaseName=PersistentChatCompliance or jdbc:h2:file:/path/compliance.")
        @Nullable String jdbc;
    }

    ArchiveSource open() throws SQLException, IOException {
        if (where.export != null) {
            return ExportSource.of(where.export);
        }
        return new DatabaseSource(connection());
    }

    private Connection connection() throws SQLException {
        String password = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
        String url = String.valueOf(where.jdbc);
        Connection connection = user.isEmpty() && password.isEmpty()
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, password);
        connection.setReadOnly(true);
        return connection;
    }
}
