package org.persistentchat.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.NewPerson;
import org.persistentchat.identity.People;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.room.Category;
import org.persistentchat.room.CategoryAdministration;
import org.persistentchat.room.CategoryId;
import org.persistentchat.room.InvitationPolicy;
import org.persistentchat.room.NewCategory;
import org.persistentchat.room.NewRoom;
import org.persistentchat.room.Privacy;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomCreation;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomType;

/** The people, the category and this server's room of the check, made when they are first needed. The people have no password; the room is secret and theirs. */
@ApplicationScoped
class CheckRoom {
    private static final List<String> ACCOUNTS = List.of("system:check-1", "system:check-2");
    private static final List<String> PRINCIPALS =
            ACCOUNTS.stream().map(account -> "person:" + account).toList();
    private static final String CATEGORY = "Synthetic check";

    @Inject
    People people;

    @Inject
    PersonDirectory directory;

    @Inject
    RoomDirectory rooms;

    @Inject
    CategoryAdministration categories;

    @Inject
    RoomCreation creation;

    @Inject
    ServerIdentity server;

    /** The two who converse. */
    List<Person> people() {
        people.create(
                Person.product(),
                ACCOUNTS.stream()
                        .map(account -> new NewPerson(account, "Synthetic check", null, null, null, Set.of()))
                        .toList(),
                true);
        return ACCOUNTS.stream()
                .map(account -> directory.byAccount(account).orElseThrow())
                .toList();
    }

    /** This server's room; after {@link #people}. */
    Room room() {
        String name = CATEGORY + " of " + server.name();
        return find(name).orElseGet(() -> create(name));
    }

    private Optional<Room> find(String name) {
        return rooms.rooms().stream().filter(room -> room.name().equals(name)).findFirst();
    }

    private Room create(String name) {
        NewRoom wanted = new NewRoom(
                name,
                "",
                category(),
                Privacy.SECRET,
                RoomType.NORMAL,
                InvitationPolicy.OFF,
                List.of(),
                PRINCIPALS,
                List.of(),
                List.of());
        return creation.create(Person.product(), wanted);
    }

    private CategoryId category() {
        return findCategory().orElseGet(() -> {
            NewCategory wanted = new NewCategory(
                    CATEGORY, "Used by the servers themselves", false, false, true, PRINCIPALS, List.of(), List.of());
            try {
                return categories.create(Person.product(), wanted).id();
            } catch (ChatException refused) {
                // another server was faster
                return Optional.of(refused)
                        .filter(taken -> taken.code() == ErrorCode.CATEGORY_NAME_TAKEN)
                        .flatMap(taken -> findCategory())
                        .orElseThrow(() -> refused);
            }
        });
    }

    private Optional<CategoryId> findCategory() {
        return rooms.categories().stream()
                .filter(category -> category.name().equals(CATEGORY))
                .map(Category::id)
                .findFirst();
    }
}
