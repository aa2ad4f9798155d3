package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestServer;

/** What is said and done is in the archive exactly once, and the chat never waits for it. */
class ComplianceIT {

    private static final int POSTS = 10;

    private static final TestServer SERVER = TestServer.named("compliance")
            .with("persistentchat.compliance.resend-seconds", "2")
            .with("persistentchat.compliance.sweep-seconds", "1");
    private static final ArchiveReader ARCHIVE = new ArchiveReader(SERVER);
    private static final ArchivePath PATH = new ArchivePath(SERVER);

    private final ChatServer chat = new ChatServer(SERVER.address());
    private final ChatServer.Person ana = chat.newPerson();
    private final ChatServer.Person ben = chat.newPerson();
    private final String room = chat.newRoom("open");

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aRecordTellsWhoDidWhatWhereAndWhen() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String server;
        JsonNode posted;
        try (ChatClient client = ChatClient.connect(chat, ana.token())) {
            server = client.greeting().path("server").asText();
            client.enter(room);
            posted = client.post(room, "k1", "héllo 😀").path("ok");
            client.post(room, "k2", "second");
            client.post(room, "k3", "third");
            client.ask("'do':'history','room':'" + room + "','before':3");
            client.ask("'do':'leave','room':'" + room + "'");
        }
        Instant after = Instant.now();
        PATH.awaitEmpty();

        assertTheCreationIsFirst();
        List<ArchivedFact> facts = archivedSinceCreation();
        assertThat(facts)
                .extracting(ArchivedFact::kind, ArchivedFact::sequence, ArchivedFact::content)
                .containsExactly(
                        tuple("JOIN", 0L, null),
                        tuple("POST", 1L, "héllo 😀"),
                        tuple("POST", 2L, "second"),
                        tuple("POST", 3L, "third"),
                        tuple("HISTORY_VIEWED", 0L, "1-2"),
                        tuple("PART", 0L, null));
        assertThat(facts.get(1).at()).isEqualTo(posted.path("at").asText());
        JsonNode card = chat.room(room);
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.at()).isBetween(before, after);
            assertThat(fact.roomId()).isEqualTo(room);
            assertThat(fact.roomName()).isEqualTo(card.path("name").asText());
            assertThat(fact.category()).isEqualTo(card.at("/category/name").asText());
            assertThat(fact.account()).isEqualTo(ana.account());
            assertThat(fact.displayName()).isEqualTo(ana.name());
            assertThat(fact.email()).isEqualTo(ana.email());
            assertThat(fact.internal()).isTrue();
            assertThat(fact.server()).isNotEmpty().isEqualTo(server);
        });
    }

    @Test
    void whileTheBrokerDeliversNothingTheChatGoesOnAndTheRecordsWait() {
        PATH.pause();
        try {
            talk();
            PATH.awaitBatchesWaiting();
            assertThat(archivedSinceCreation()).isEmpty();
        } finally {
            PATH.resume();
        }
        PATH.awaitEmpty();
        assertArchivedOnce();
    }

    @Test
    void whileTheComplianceDatabaseIsUnusableTheChatGoesOnAndTheRecordsWait() {
        ARCHIVE.takeTableAway();
        try {
            talk();
            PATH.awaitFailuresOfTheArchive();
            PATH.awaitBatchesWaiting();
        } finally {
            ARCHIVE.bringTableBack();
        }
        PATH.awaitEmpty();
        assertArchivedOnce();
    }

    @Test
    void whatWaitsWhenTheServerIsKilledIsArchivedAfterItsNextStart() {
        PATH.pause();
        try (ChatClient client = ChatClient.connect(chat, ana.token())) {
            client.enter(room);
            post(client);
            PATH.awaitBatchesWaiting();
            assertThat(archivedSinceCreation()).isEmpty();
            SERVER.kill();
        }
        SERVER.start();
        PATH.awaitEmpty();

        assertThat(postsArchived()).containsExactlyElementsOf(bodies());
        assertThat(ARCHIVE.facts(room))
                .filteredOn(fact -> fact.kind().equals("JOIN"))
                .hasSize(1);
    }

    @Test
    void whoIsNoMemberAnyMoreBecauseTheirGroupIsDeletedIsRecorded() {
        String group = "Group " + UUID.randomUUID();
        String id = asAdministrator(
                        "POST",
                        "/groups",
                        "{\"name\":\"" + group + "\",\"members\":[\"person:" + ana.account() + "\"]}",
                        201)
                .path("id")
                .asText();
        asAdministrator(
                "POST", "/rooms/" + room + "/members", "{\"add\":{\"members\":[\"group:" + group + "\"]}}", 200);
        chat.call("DELETE", "/api/v1/groups/" + id, chat.adminToken(), "", Map.of("If-Match", "*"));
        PATH.awaitEmpty();

        List<ArchivedFact> changes = ARCHIVE.facts(room).stream()
                .filter(fact -> fact.kind().equals("MEMBERSHIP_CHANGED"))
                .toList();
        assertThat(changes).hasSize(2);
        assertThat(changes).extracting(ArchivedFact::account).containsOnly("admin");
        assertThat(ChatServer.json(String.valueOf(changes.get(1).content()))
                        .at("/before/members/0")
                        .asText())
                .isEqualTo("group:" + group);
    }

    private JsonNode asAdministrator(String method, String path, String body, int status) {
        return ChatServer.json(chat.call(method, "/api/v1" + path, chat.adminToken(), body), status);
    }

    private void assertTheCreationIsFirst() {
        assertThat(ARCHIVE.facts(room).get(0))
                .extracting(ArchivedFact::kind, ArchivedFact::account)
                .containsExactly("ROOM_CREATED", "admin");
    }

    /** The room was made while everything still ran: that it was may be archived or not. */
    private List<ArchivedFact> archivedSinceCreation() {
        return ARCHIVE.facts(room).stream()
                .filter(fact -> !fact.kind().equals("ROOM_CREATED"))
                .toList();
    }

    /** Ana says something that Ben hears at once; then both leave. */
    private void talk() {
        try (ChatClient speaker = ChatClient.connect(chat, ana.token());
                ChatClient listener = ChatClient.connect(chat, ben.token())) {
            listener.enter(room);
            speaker.enter(room);
            post(speaker);
            assertThat(listener.push("events").at("/events/0/body").asText()).isEqualTo(bodies().get(0));
            listener.ask("'do':'leave','room':'" + room + "'");
            speaker.ask("'do':'leave','room':'" + room + "'");
        }
    }

    private void post(ChatClient speaker) {
        for (String body : bodies()) {
            assertThat(speaker.post(room, body, body).has("ok")).isTrue();
        }
    }

    private void assertArchivedOnce() {
        assertThat(postsArchived()).containsExactlyElementsOf(bodies());
        assertThat(ARCHIVE.facts(room))
                .filteredOn(fact -> !fact.kind().equals("POST"))
                .extracting(ArchivedFact::kind, ArchivedFact::account)
                .containsExactly(
                        tuple("ROOM_CREATED", "admin"),
                        tuple("JOIN", ben.account()),
                        tuple("JOIN", ana.account()),
                        tuple("PART", ben.account()),
                        tuple("PART", ana.account()));
    }

    private List<String> postsArchived() {
        return ARCHIVE.facts(room).stream()
                .filter(fact -> fact.kind().equals("POST"))
                .map(fact -> String.valueOf(fact.content()))
                .toList();
    }

    private static List<String> bodies() {
        return IntStream.rangeClosed(1, POSTS)
                .mapToObj(number -> "message " + number)
                .toList();
    }
}
