package org.persistentchat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is at the root of a standalone server is in a profile and a socket binding group of a domain. */
class DomainScriptsTest {

    @Test
    void subsystemsAndSocketsMoveAndEverythingElseStays() {
        assertThat(Stream.of(
                                "/subsystem=undertow/server=default-server:read-resource",
                                "    /subsystem=iiop-openjdk:remove",
                                "if (outcome == success) of /subsystem=jsf:read-resource",
                                "/socket-binding-group=standard-sockets/socket-binding=iiop:remove",
                                "/extension=org.jboss.as.jsf:remove",
                                "# /subsystem=jsf")
                        .map(DomainScripts::forDomain))
                .containsExactly(
                        "/profile=persistent-chat/subsystem=undertow/server=default-server:read-resource",
                        "    /profile=persistent-chat/subsystem=iiop-openjdk:remove",
                        "if (outcome == success) of /profile=persistent-chat/subsystem=jsf:read-resource",
                        "/socket-binding-group=full-ha-sockets/socket-binding=iiop:remove",
                        "/extension=org.jboss.as.jsf:remove",
                        "# /subsystem=jsf");
    }

    @Test
    void noScriptAddressesASubsystemInAnotherWay() throws Exception {
        for (String script : List.of("common.cli", "h2-server.cli", "sqlserver.cli")) {
            assertThat(Files.readAllLines(Path.of("cli", script)).stream()
                            .filter(line -> !line.startsWith("#"))
                            .map(DomainScripts::forDomain))
                    .noneMatch(line -> line.contains("standard-sockets")
                            || line.replace("/profile=persistent-chat/subsystem=", "")
                                    .contains("/subsystem="));
        }
    }
}
