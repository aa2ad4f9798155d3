package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** People. */
@ApplicationScoped
public class People {
    public int create(Person by, List<NewPerson> people, boolean skipExisting) {
        throw new IllegalStateException();
    }
}
