package org.persistentchat.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.TestServer;

/** A server whose content database is not one of this product's says so; nothing of it hangs. */
class UnusableDatabaseIT {

    @Test
    void aServerOnSomebodyElsesDatabaseSaysSoStopsAndStartsOnceTheDatabaseIsItsOwn() throws IOException, SQLException {
        try (TestServer server = TestServer.named("unusable-database")) {
            Path data = Files.createDirectories(server.layout().data().resolve("persistent-chat"));
            try (Connection content =
                            DriverManager.getConnection("jdbc:h2:file:" + data.resolve("content"), "sa", "sa");
                    Statement statement = content.createStatement()) {
                statement.execute("CREATE TABLE of_another_product (id INT PRIMARY KEY)");
            }

            assertThat(server.startInVain()).contains("could not be deployed");
            assertThat(server.log()).anyMatch(line -> line.contains("no schema history table"));

            server.stop();
            Files.delete(data.resolve("content.mv.db"));
            server.start();
            assertThat(server.isReady()).isTrue();
        }
    }
}
