package org.persistentchat.directory;

import java.util.List;

/** Who is in a group of an outer directory: the group's id, and the normalised distinguished names of all its members. */
public record OuterMembers(String groupId, List<String> names) {}
