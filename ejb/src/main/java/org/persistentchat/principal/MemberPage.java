package org.persistentchat.principal;

import java.util.List;
import java.util.Optional;

/**
 * A page of the members of a group, in no order that means anything.
 *
 * @param next where the next page begins; absent on the last
 */
public record MemberPage(List<GroupMember> items, Optional<String> next) {}
