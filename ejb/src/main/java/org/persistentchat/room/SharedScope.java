package org.persistentchat.room;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.persistentchat.principal.Memberships;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.Subject;

/**
 * Who may know of whom: people who are in the scope of one category at least together. Those who share none, as the two sides of an ethical wall, do not find
 * each other.
 */
public final class SharedScope {
    private final Subject who;
    private final List<Category> scopes;

    private SharedScope(Subject who, List<Category> scopes) {
        this.who = who;
        this.scopes = scopes;
    }

    /** What {@code who} may know, of all categories that there are. */
    public static SharedScope of(Subject who, Collection<Category> categories) {
        return new SharedScope(
                who,
                categories.stream()
                        .filter(category -> RoomRights.inScope(who, category))
                        .toList());
    }

    /** Whether {@code other} is oneself, or shares the scope of a category. */
    public boolean includes(Subject other) {
        return other.person().id().equals(who.person().id())
                || scopes.stream().anyMatch(category -> RoomRights.inScope(other, category));
    }

    /**
     * Whether a person, group or unit is known: somebody of it may be in the scope of a category with who asks. A group that is denied wherever they are is not.
     *
     * @param memberships of a principal
     */
    boolean includes(Principal other, Function<Principal, Memberships> memberships) {
        Memberships theirs = memberships.apply(other);
        return who.memberships().contains(other)
                || scopes.stream()
                        .filter(category -> !category.denied().containsAny(theirs))
                        .anyMatch(category -> category.allowed().containsAny(theirs)
                                || category.allowed().stream()
                                        .anyMatch(allowed ->
                                                memberships.apply(allowed).contains(other)));
    }
}
