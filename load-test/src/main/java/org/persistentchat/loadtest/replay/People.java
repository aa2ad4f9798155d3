package org.persistentchat.loadtest.replay;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.persistentchat.loadtest.client.ChatRest;
import org.persistentchat.loadtest.client.NewPerson;

/** Creates the people of a run, all with one random password that is hashed once, and signs each in when first needed. */
final class People {
    private static final int PASSWORD_BYTES = 16;

    private final ChatRest rest;
    private final String password;
    private final String hash;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    People(ChatRest rest, int bcryptCost) {
        this.rest = rest;
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random);
        this.hash = BCrypt.withDefaults().hashToString(bcryptCost, password.toCharArray());
    }

    void create(String administratorToken, Collection<Person> people) {
        rest.createPeople(
                administratorToken,
                people.stream()
                        .map(person -> new NewPerson(person.account(), person.name(), hash))
                        .toList());
    }

    String token(Person person) {
        return tokens.computeIfAbsent(person.account(), account -> rest.signIn(account, password));
    }
}
