package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** What a person finds: rooms and categories. */
@ApplicationScoped
public class RoomCatalog {
    @Inject
    RoomDirectory directory;

    @Inject
    Subjects subjects;

    @Inject
    RoomPositions positions;

    @Inject
    PersonDirectory people;

    @Inject
    AddInDirectory addIns;

    @Inject
    NamedPrincipals principals;

    /**
     * Rooms that the person may find, by name.
     *
     * @param nameContains part of the name in any case; empty for all
     * @param after where the page begins, from {@link RoomPage#next}; empty for the first
     */
    public RoomPage find(Person person, String nameContains, String after, int limit) {
        return find(person, RoomQuery.named(nameContains), after, limit);
    }

    /** Rooms as wanted that the person may find, by name; disabled ones that they may manage, if those are asked for. */
    public RoomPage find(Person person, RoomQuery query, String after, int limit) {
        Subject who = subjects.of(person);
        if ((query.everywhere() || query.events().isPresent()) && !who.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators list all rooms.");
        }
        Optional<Set<RoomId>> large = query.events().map(positions::withMoreEvents);
        boolean disabled = query.disabled().orElse(false);
        String contained = FoldedName.of(query.text());
        List<Room> found = new ArrayList<>();
        String cursor = after;
        @Nullable String next = null;
        for (RoomId id : directory.namedAfter(after)) {
            Room room = directory.find(id).orElse(null);
            if (large.isPresent() && !large.get().contains(id)) {
                continue;
            }
            if (room == null || !sees(who, room, query.everywhere(), disabled) || !query.matches(room, contained)) {
                continue;
            }
            if (found.size() == limit) {
                next = cursor;
                break;
            }
            found.add(room);
            cursor = FoldedName.of(room.name());
        }
        return new RoomPage(cards(who, found), next);
    }

    private static boolean sees(Subject who, Room room, boolean everywhere, boolean disabled) {
        if (everywhere) {
            return true;
        }
        return disabled ? room.disabled() && RoomRights.mayManage(who, room) : RoomRights.mayFind(who, room);
    }

    /**
     * One room as the person sees it, or {@link ErrorCode#ROOM_NOT_FOUND}. Who may manage a room sees its card though they do not find it: administrators a secret
     * room, managers a disabled one.
     */
    public RoomCard card(Person person, RoomId id) {
        Subject who = subjects.of(person);
        Room room = directory
                .find(id)
                .filter(found -> RoomRights.maySee(who, found))
                .orElseThrow(RoomRights::notFound);
        return cards(who, List.of(room)).get(0);
    }

    /** A room that the person has just created, whether or not they will see it, from what its creation returned: nothing in memory knows it before the commit. */
    public RoomCard cardOfNew(Person person, Room created) {
        return new RoomCard(created, RoomRights.mayPost(subjects.of(person), created), RoomPosition.EMPTY);
    }

    /** The rooms of these cards with their settings, and who made and changed them if the person may know of them; people are read together. */
    public List<RoomProfile> profiles(Person person, List<RoomCard> cards) {
        Subject who = subjects.of(person);
        Set<PersonId> ids = new HashSet<>();
        for (RoomCard card : cards) {
            ids.add(card.room().details().createdBy());
            ids.add(card.room().details().changedBy());
        }
        ids.remove(Person.product().id());
        Map<PersonId, Person> known = new HashMap<>(people.byIds(ids));
        Predicate<Principal> mayKnow = principals.knownTo(who);
        known.keySet().removeIf(id -> !mayKnow.test(Principal.of(id)));
        return cards.stream()
                .map(card -> {
                    RoomDetails details = card.room().details();
                    return new RoomProfile(
                            card,
                            RoomRights.mayManage(who, card.room()),
                            addIns.all(details.addIns()),
                            known.get(details.createdBy()),
                            known.get(details.changedBy()));
                })
                .toList();
    }

    private List<RoomCard> cards(Subject who, List<Room> rooms) {
        List<RoomId> readable = rooms.stream()
                .filter(room -> RoomRights.mayRead(who, room))
                .map(Room::id)
                .toList();
        Map<RoomId, RoomPosition> known = positions.of(who.person().id(), readable);
        return rooms.stream()
                .map(room -> new RoomCard(
                        room, RoomRights.mayPost(who, room), known.getOrDefault(room.id(), RoomPosition.EMPTY)))
                .toList();
    }

    /** The category, if the person is in its scope or an administrator; otherwise {@link ErrorCode#CATEGORY_NOT_FOUND}. */
    public Category category(Person person, CategoryId id) {
        Subject who = subjects.of(person);
        return directory
                .find(id)
                .filter(category -> who.is(Role.ADMINISTRATOR) || RoomRights.inScope(who, category))
                .orElseThrow(CategoryAdministration::notFound);
    }

    /** Whether the person may create rooms in the category. */
    public boolean mayCreate(Person person, Category category) {
        return RoomRights.mayCreateRoom(subjects.of(person), category);
    }

    /** Categories in whose scope the person is, by name; administrators see all. */
    public List<Category> categories(Person person) {
        Subject who = subjects.of(person);
        return directory.categories().stream()
                .filter(category -> who.is(Role.ADMINISTRATOR) || RoomRights.inScope(who, category))
                .sorted(Comparator.comparing(category -> FoldedName.of(category.name())))
                .toList();
    }
}
