package org.persistentchat.principal;

import java.util.List;
import java.util.Optional;

/**
 * A page of groups, by kind and name.
 *
 * @param next where the next page begins; absent on the last
 */
public record GroupPage(List<GroupDetails> items, Optional<String> next) {}
