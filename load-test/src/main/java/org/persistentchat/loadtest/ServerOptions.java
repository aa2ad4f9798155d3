package org.persistentchat.loadtest;

import java.util.List;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.Credentials;
import picocli.CommandLine.Option;

/** Options about the servers and the administrator, common to all commands. */
final class ServerOptions {
    @Option(
            names = "--server",
            split = ",",
            defaultValue = "http://127.0.0.1:8080",
            description = "Addresses of the servers (default: ${DEFAULT-VALUE}).")
    List<String> servers = List.of();

    @Option(
            names = "--admin",
            defaultValue = "admin",
            description = "Account of an administrator, who creates people and rooms (default: ${DEFAULT-VALUE}).")
    String admin = "";

    @Option(
            names = "--admin-password",
            required = true,
            description = "Password of the administrator; without a value it is asked for.",
            arity = "0..1",
            interactive = true)
    String adminPassword = "";

    List<ChatServer> chatServers() {
        return servers.stream().map(ChatServer::of).toList();
    }

    Credentials administrator() {
        return new Credentials(admin, adminPassword);
    }
}
