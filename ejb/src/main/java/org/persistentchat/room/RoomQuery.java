package org.persistentchat.room;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.persistentchat.id.FoldedName;
import org.persistentchat.principal.PrincipalSet;

/**
 * Which rooms are asked for. What is empty does not matter.
 *
 * @param text contained in the name, in any case
 * @param descriptions whether {@code text} may be in the description as well
 * @param member named among members or managers
 * @param disabled whether disabled rooms are asked for, or the others
 * @param events more events than that; administrators only
 * @param everywhere all rooms, also those that the person does not find; administrators only
 */
public record RoomQuery(
        String text,
        boolean descriptions,
        Optional<CategoryId> category,
        Optional<AddInId> addIn,
        Optional<Privacy> privacy,
        Optional<RoomType> type,
        Optional<InvitationPolicy> invitations,
        Optional<PrincipalSet> member,
        Optional<PrincipalSet> manager,
        Optional<Boolean> disabled,
        Optional<Long> events,
        boolean everywhere) {

    /** Rooms by a part of their name. */
    public static RoomQuery named(String text) {
        return new RoomQuery(
                text,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Whether the room is as wanted, whoever asks. */
    boolean matches(Room room, String foldedText) {
        return (FoldedName.of(room.name()).contains(foldedText)
                        || (descriptions && FoldedName.of(room.description()).contains(foldedText)))
                && is(category, room.category().id())
                && is(privacy, room.privacy())
                && is(type, room.type())
                && is(invitations, room.details().invitations())
                && is(disabled, room.disabled())
                && is(addIn, room, (wanted, in) -> in.details().addIns().contains(wanted))
                && is(member, room, (wanted, in) -> meets(wanted, in.members()) || meets(wanted, in.managers()))
                && is(manager, room, (wanted, in) -> meets(wanted, in.managers()));
    }

    private static boolean is(Optional<?> wanted, Object actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }

    private static <T> boolean is(Optional<T> wanted, Room room, BiPredicate<T, Room> test) {
        return wanted.isEmpty() || test.test(wanted.get(), room);
    }

    private static boolean meets(PrincipalSet wanted, PrincipalSet list) {
        return wanted.stream().anyMatch(list::contains);
    }
}
