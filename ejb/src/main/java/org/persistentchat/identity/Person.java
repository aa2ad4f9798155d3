package org.persistentchat.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.audit.Actor;

/**
 * A person as the chat knows them.
 *
 * @param account unique account name, as signed in with
 * @param name display name
 * @param email e-mail address, if known
 * @param internal belongs to the organisation (compliance records tell)
 * @param active may sign in at all
 * @param chat whether they may use the chat
 * @param signIns rises when everything that they have signed in to ends: with a new password, and when they are deactivated
 */
public record Person(
        PersonId id,
        String account,
        String name,
        @Nullable String email,
        boolean internal,
        boolean active,
        Set<Role> roles,
        ChatSwitch chat,
        int signIns)
        implements Actor {

    /** Somebody who may chat as everybody may. */
    public Person(
            PersonId id,
            String account,
            String name,
            @Nullable String email,
            boolean internal,
            boolean active,
            Set<Role> roles) {
        this(id, account, name, email, internal, active, roles, ChatSwitch.INHERIT, 0);
    }

    /** The product itself, where it creates things at start. */
    public static Person product() {
        return new Person(new PersonId(0), "", "Persistent Chat", null, true, true, Set.of(Role.ADMINISTRATOR));
    }

    @Override
    public long actorNumber() {
        return id.value();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
