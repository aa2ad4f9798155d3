package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonDirectory;

/** Reads the names by which requests name principals: {@code person:ACCOUNT} and {@code group:everyone}. */
@ApplicationScoped
class PrincipalNames {
    private static final String PERSON = "person:";
    private static final String EVERYONE = "group:everyone";

    @Inject
    PersonDirectory people;

    Set<Principal> resolve(List<String> names) {
        Set<Principal> principals = new LinkedHashSet<>();
        for (String name : names) {
            principals.add(resolve(name));
        }
        return principals;
    }

    private Principal resolve(String name) {
        if (name.equals(EVERYONE)) {
            return Principal.EVERYONE;
        }
        if (name.startsWith(PERSON)) {
            return people.byAccount(name.substring(PERSON.length()))
                    .map(person -> Principal.of(person.id()))
                    .orElseThrow(() -> unknown(name));
        }
        throw unknown(name);
    }

    private static ChatException unknown(String name) {
        return new ChatException(ErrorCode.PERSON_NOT_FOUND, "Nobody is known as " + name + ".");
    }
}
