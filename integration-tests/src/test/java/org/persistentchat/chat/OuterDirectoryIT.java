package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.TestServer;
import org.persistentchat.server.ServerCommand;

/** People of an LDAP directory sign in with their passwords there, through Elytron, and are who the directory says; while it is away, whoever is known goes on. */
class OuterDirectoryIT {
    private static final String BASE = "dc=example,dc=org";
    private static final String READER = "cn=reader";
    private static final String READER_PASSWORD = "reader-password";

    private static InMemoryDirectoryServer directory() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(READER, READER_PASSWORD);
        config.setSchema(null);
        InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + BASE, "objectClass: domain", "dc: example");
        directory.add("dn: ou=People," + BASE, "objectClass: organizationalUnit", "ou: People");
        directory.add(
                "dn: uid=lena,ou=People," + BASE,
                "objectClass: inetOrgPerson",
                "uid: lena",
                "cn: Lena Berg",
                "userPassword: lena-secret");
        directory.add("dn: cn=Traders," + BASE, "objectClass: groupOfNames", "member: uid=lena,ou=People," + BASE);
        directory.startListening();
        return directory;
    }

    private static TestServer server(InMemoryDirectoryServer directory) {
        String address = "ldap://127.0.0.1:" + directory.getListenPort();
        return TestServer.named("outer-directory")
                .with("persistentchat.ldap.urls", address)
                .with("persistentchat.ldap.sign-in-url", address)
                .with("persistentchat.ldap.base", BASE)
                .with("persistentchat.ldap.user", READER)
                .with("persistentchat.ldap.password", READER_PASSWORD)
                .with("persistentchat.ldap.people-filter", "(objectClass=inetOrgPerson)")
                .with("persistentchat.ldap.groups-filter", "(objectClass=groupOfNames)")
                .with("persistentchat.ldap.id-attribute", "entryUUID")
                .with("persistentchat.ldap.account-attribute", "uid")
                .with("persistentchat.ldap.name-attribute", "cn");
    }

    /** As an administrator does it. */
    private static void runScript(TestServer server) throws IOException, InterruptedException {
        Path home = server.layout().home();
        List<String> command = new ArrayList<>(ServerCommand.managementClient(home));
        command.add("--connect");
        command.add(
                "--controller=remote+http://127.0.0.1:" + server.management().getPort());
        command.add("--file=" + home.resolve("persistent-chat/cli/ldap.cli"));
        Process client = new ProcessBuilder(command).inheritIO().start();
        assertThat(client.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(client.exitValue()).isZero();
    }

    private static String signIn(ChatServer server, String account, String password) {
        String body = "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}";
        JsonNode answer = ChatServer.json(
                server.call("POST", "/api/v1/tokens", null, body).body());
        return answer.has("token") ? "" : answer.path("code").asText();
    }

    private static void awaitReading(Administering admin, String outcome) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> admin.get("/directory").path("outcome").asText().equals(outcome));
    }

    @Test
    void peopleOfTheDirectorySignInAndAreWhoItSays() throws Exception {
        InMemoryDirectoryServer directory = directory();
        try (TestServer running = server(directory).start()) {
            runScript(running);
            running.restart();
            ChatServer server = new ChatServer(running.address());
            Administering admin = new Administering(server, server.adminToken());
            awaitReading(admin, "done");

            assertThat(signIn(server, "lena", "lena-secret")).isEmpty();
            assertThat(signIn(server, "LENA", "lena-secret")).as("in any case").isEmpty();
            assertThat(signIn(server, "lena", "wrong")).isEqualTo("WRONG_CREDENTIALS");
            assertThat(signIn(server, "lena", "")).isEqualTo("WRONG_CREDENTIALS");
            assertThat(signIn(server, "ana", "ana-demo")).as("a local account").isEmpty();

            whatTheDirectoryOwnsIsNotChangedHere(admin);
            whoIsKnownGoesOnWithoutTheDirectory(directory, server, admin);
        } finally {
            directory.shutDown(true);
        }
    }

    private static void whatTheDirectoryOwnsIsNotChangedHere(Administering admin) {
        JsonNode lena = admin.get("/people/lena");
        assertThat(lena.path("source").asText()).isEqualTo("ldap");
        assertThat(lena.path("name").asText()).isEqualTo("Lena Berg");
        for (String change : List.of("{'name':'X'}", "{'active':false}", "{'password':'a-long-password'}")) {
            assertThat(admin.patch("/people/lena", change, 409).path("code").asText())
                    .isEqualTo("DIRECTORY_OWNED");
        }
        admin.patch("/people/lena", "{'roles':['compliance_officer'],'chat':'on'}", 200);
        JsonNode group = admin.get("/groups?name=traders").at("/items/0");
        String path = "/groups/" + group.path("id").asText();
        assertThat(admin.get(path + "/members").at("/items/0/principal").asText())
                .isEqualTo("person:lena");
        assertThat(admin.post(path + "/members", "{'add':['person:ana']}", 409)
                        .path("code")
                        .asText())
                .isEqualTo("DIRECTORY_OWNED");
        assertThat(admin.delete(path)).isEqualTo("DIRECTORY_OWNED");
    }

    private static void whoIsKnownGoesOnWithoutTheDirectory(
            InMemoryDirectoryServer directory, ChatServer server, Administering admin) {
        String token = server.token("lena", "lena-secret");
        directory.shutDown(true);
        admin.ask("POST", "/directory/runs", "", "{'whole':true}");
        awaitReading(admin, "failed");
        assertThat(server.call("GET", "/api/v1/people/me", token, "").statusCode())
                .isEqualTo(200);
        assertThat(signIn(server, "lena", "lena-secret")).isEqualTo("UNAVAILABLE");
        assertThat(signIn(server, "admin", "admin-demo")).isEmpty();
        assertThat(admin.get("/people/lena").path("active").asBoolean()).isTrue();
    }
}
