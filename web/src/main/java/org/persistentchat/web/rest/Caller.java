package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.Person;

/** Who makes the call of this request. */
@RequestScoped
public class Caller {
    private @Nullable Credential credential;

    void is(Credential checked) {
        credential = checked;
    }

    Credential credential() {
        if (credential == null) {
            throw new IllegalStateException("The call is not marked @SignedIn");
        }
        return credential;
    }

    Person person() {
        return credential().person();
    }
}
