package org.persistentchat.loadtest.load;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.persistentchat.loadtest.client.ChatRest;
import org.persistentchat.loadtest.client.NewPerson;
import org.persistentchat.loadtest.client.NewRoom;
import org.persistentchat.loadtest.progress.Progress;

/** Makes the people and rooms of a run. Everybody has the same random password, hashed once. */
public final class Population {
    private static final String CATEGORY = "Load";
    private static final int PASSWORD_BYTES = 16;
    private static final int PARALLEL = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChatRest rest;
    private final String adminToken;
    private final String run;
    private final int bcryptCost;
    private final Progress progress;
    private final String password;

    /** Signs the administrator in. */
    public Population(LoadSettings settings, Progress progress) {
        this.rest = new ChatRest(settings.servers(), PATIENCE);
        this.adminToken = rest.signIn(
                settings.administrator().account(), settings.administrator().password());
        this.run = settings.run();
        this.bcryptCost = settings.bcryptCost();
        this.progress = progress;
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random);
    }

    /** Creates people and signs each in once; returns their tokens. */
    public List<String> tokens(int count) {
        String hash = BCrypt.withDefaults().hashToString(bcryptCost, password.toCharArray());
        List<NewPerson> people = IntStream.range(0, count)
                .mapToObj(number -> new NewPerson(account(number), name(number), hash))
                .toList();
        progress.phase("people", 0);
        rest.createPeople(adminToken, people);
        progress.phase("tokens", count);
        return parallel(count, number -> rest.signIn(account(number), password));
    }

    /** Creates open rooms; returns their ids. */
    public List<String> rooms(int count) {
        String category =
                rest.category(adminToken, CATEGORY).orElseGet(() -> rest.createCategory(adminToken, CATEGORY));
        progress.phase("rooms", count);
        return parallel(count, number -> rest.createRoom(adminToken, NewRoom.open(roomName(number), category)));
    }

    /** The name of room number {@code number} of {@link #rooms}. */
    public String roomName(int number) {
        return "Load " + run + " room " + number;
    }

    /** The account of the person whose token is number {@code number} of {@link #tokens}. */
    public String account(int number) {
        return "load-" + run + "-" + number;
    }

    /** The name of that person. */
    public static String name(int number) {
        return "Load " + number;
    }

    /** Makes the text for one number. */
    private interface Maker {
        String make(int number);
    }

    private List<String> parallel(int count, Maker maker) {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<CompletableFuture<String>> made = new ArrayList<>(count);
            for (int number = 0; number < count; number++) {
                int each = number;
                made.add(CompletableFuture.supplyAsync(
                        () -> {
                            String result = maker.make(each);
                            progress.step();
                            return result;
                        },
                        threads));
            }
            return made.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
