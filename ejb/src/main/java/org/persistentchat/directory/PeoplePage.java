package org.persistentchat.directory;

import java.util.List;
import java.util.Optional;
import org.persistentchat.identity.Person;

/**
 * A page of people. It may have fewer than were asked for, or none, and still not be the last.
 *
 * @param next where the next page begins; absent on the last
 */
public record PeoplePage(List<Person> items, Optional<String> next) {}
