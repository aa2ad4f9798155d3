package org.persistentchat.principal;

import java.util.List;

/** A group to be created. Members are named as {@link PrincipalNames} understands. */
public record NewGroup(GroupKind kind, String name, String description, List<String> members) {}
