package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** Reads the lists of rooms and categories, page by page, from memory. */
@ApplicationScoped
public class AccessCatalog {
    /** Of each list of a category, what is shown with the category itself. */
    private static final int SHOWN_WITH_CATEGORY = 100;

    @Inject
    RoomDirectory directory;

    @Inject
    NamedPrincipals principals;

    @Inject
    Subjects subjects;

    /** A page of a room's list. Those who may enter the room, its managers and administrators see it; of those whom they may not know of they see nothing. */
    public PrincipalPage ofRoom(Person person, RoomId id, Relation relation, String after, int limit) {
        Subject who = subjects.of(person);
        Room room = directory
                .find(id)
                .filter(found -> RoomRights.maySee(who, found))
                .orElseThrow(RoomRights::notFound);
        if (!RoomRights.mayRead(who, room) && !RoomRights.mayManage(who, room)) {
            throw new ChatException(ErrorCode.NOT_A_MEMBER, "Only members see who is in this room.");
        }
        return page(room.list(relation), principals.knownTo(who), after, limit);
    }

    /** A page of a category's list. Administrators only. */
    public PrincipalPage ofCategory(Person person, CategoryId id, Relation relation, String after, int limit) {
        if (!subjects.of(person).is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators see the lists of categories.");
        }
        Category category = directory.find(id).orElseThrow(CategoryAdministration::notFound);
        return page(category.list(relation), any -> true, after, limit);
    }

    /** The first names of each list of a category, for administrators; otherwise nothing. */
    public Map<Relation, List<String>> firstOfCategory(Person person, Category category) {
        Map<Relation, List<String>> first = new EnumMap<>(Relation.class);
        if (subjects.of(person).is(Role.ADMINISTRATOR)) {
            for (Relation relation : Relation.OF_CATEGORIES) {
                long[] ids =
                        category.list(relation).ids().limit(SHOWN_WITH_CATEGORY).toArray();
                first.put(relation, principals.names(PrincipalSet.ofIds(ids)));
            }
        }
        return first;
    }

    /** In the order of ids: it never changes, and costs nothing. */
    private PrincipalPage page(PrincipalSet list, Predicate<Principal> known, String after, int limit) {
        long from = after.isEmpty() ? 0 : OpaqueId.decode(after).orElseThrow(AccessCatalog::noCursor);
        long[] ids = list.ids()
                .filter(id -> id > from && known.test(new Principal(id)))
                .limit(limit + 1L)
                .toArray();
        long[] shown = LongStream.of(ids).limit(limit).toArray();
        List<NamedPrincipal> items = new ArrayList<>(principals.entries(PrincipalSet.ofIds(shown)));
        return new PrincipalPage(items, ids.length > limit ? OpaqueId.encode(shown[limit - 1]) : null);
    }

    private static ChatException noCursor() {
        return new ChatException(ErrorCode.INVALID_FIELD, "\"after\" is no \"next\" of an earlier page.");
    }
}
