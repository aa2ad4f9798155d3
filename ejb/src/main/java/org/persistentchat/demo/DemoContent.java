package org.persistentchat.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.NewPerson;
import org.persistentchat.identity.People;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.room.Category;
import org.persistentchat.room.CategoryAdministration;
import org.persistentchat.room.InvitationPolicy;
import org.persistentchat.room.NewCategory;
import org.persistentchat.room.NewRoom;
import org.persistentchat.room.Privacy;
import org.persistentchat.room.RoomCatalog;
import org.persistentchat.room.RoomCreation;
import org.persistentchat.room.RoomType;

/**
 * People and rooms for trying the chat out, in the embedded profile only ({@code persistentchat.embedded}). Made once; what was changed
 * or said since stays. Each creation is its own transaction, so that memory knows of it when it returns.
 */
@Singleton
@Startup
@DependsOn({"ContentDatabase", "ChangeStartup"})
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoContent {
    private static final Logger LOG = Logger.getLogger(DemoContent.class);

    private static final int TRIES = 20;

    /** Longer than memory needs to hear of what another server has made. */
    private static final long PAUSE_MILLIS = 1_000;

    /** Everybody may know the passwords, so the hashes (of the usual cost) are here: making them would lengthen the first start by more than a second. */
    private static final List<Account> ACCOUNTS = List.of(
            new Account(
                    "admin",
                    "Administrator",
                    null,
                    "admin-demo",
                    "$2y$10$ifhwgnhy9zBOpV8YWRIUJuAqJFFaMQWT8oi8g35TztHlzryjrKaQq",
                    Set.of(Role.ADMINISTRATOR)),
            new Account(
                    "ana",
                    "Ana Ruiz",
                    "ana@example.org",
                    "ana-demo",
                    "$2y$10$8DF1N7mzznQeEyrYcPM8vuY25/thV0QirOUQAjDabBnSFkGQ4.9/e",
                    Set.of()),
            new Account(
                    "ben",
                    "Ben Okafor",
                    "ben@example.org",
                    "ben-demo",
                    "$2y$10$ynKIYqjbPvTiIN/X9QqaquiYtpiGRQBTeGTQZNRbVmRTAgZN/B1qC",
                    Set.of()),
            new Account(
                    "chloe",
                    "Chloe Martin",
                    "chloe@example.org",
                    "chloe-demo",
                    "$2y$10$lQu2u3MQrcBnfo2xEyhQouEbffdlTAbqgTtXgq64hCDa.oStM57rG",
                    Set.of()));

    private record Account(
            String account, String name, @Nullable String email, String password, String hash, Set<Role> roles) {
        NewPerson person() {
            return new NewPerson(account, name, email, null, hash, roles);
        }
    }

    @Inject
    @ConfigProperty(name = "persistentchat.embedded", defaultValue = "false")
    boolean embedded;

    @Inject
    People people;

    @Inject
    CategoryAdministration categories;

    @Inject
    RoomCreation rooms;

    @Inject
    RoomCatalog catalog;

    @PostConstruct
    void prepare() {
        if (!embedded) {
            return;
        }
        for (int triesLeft = TRIES; !isMade(triesLeft > 1); triesLeft--) {
            pause();
        }
        LOG.infof(
                "PCHAT1500: Accounts for trying it out (account / password): %s",
                ACCOUNTS.stream()
                        .map(made -> made.account() + " / " + made.password())
                        .collect(Collectors.joining(", ")));
    }

    /** Servers that start together on an empty database do this at once: one of them is refused, and finds what the other has made when it tries again. */
    private boolean isMade(boolean mayTryAgain) {
        try {
            people.create(
                    Person.product(), ACCOUNTS.stream().map(Account::person).toList(), true);
            if (catalog.categories(Person.product()).isEmpty()) {
                makeRooms();
            }
            return true;
        } catch (RuntimeException refused) {
            if (!mayTryAgain) {
                throw refused;
            }
            LOG.debug("Another server may be making the same", refused);
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops", stopping);
        }
    }

    private void makeRooms() {
        Person product = Person.product();
        Category company = categories.create(
                product,
                new NewCategory(
                        "Company",
                        "Rooms for everyone",
                        true,
                        true,
                        true,
                        List.of("group:everyone"),
                        List.of(),
                        List.of("group:everyone")));
        rooms.create(product, room("Lobby", "Say hello", company, Privacy.OPEN, RoomType.NORMAL));
        rooms.create(product, room("Operations", "What is going on", company, Privacy.OPEN, RoomType.NORMAL));
        rooms.create(
                product, room("Announcements", "Ana speaks, all listen", company, Privacy.OPEN, RoomType.AUDITORIUM));
        rooms.create(product, room("Board", "Ana and Ben only", company, Privacy.SECRET, RoomType.NORMAL));
    }

    private static NewRoom room(String name, String description, Category category, Privacy privacy, RoomType type) {
        List<String> members = privacy == Privacy.SECRET ? List.of("person:ana", "person:ben") : List.of();
        List<String> presenters = type == RoomType.AUDITORIUM ? List.of("person:ana") : List.of();
        return new NewRoom(
                name,
                description,
                category.id(),
                privacy,
                type,
                InvitationPolicy.OFF,
                List.of(),
                members,
                List.of("person:ana"),
                presenters);
    }
}
