package org.persistentchat.principal;

/** How many members a request added and removed; those that were there already, or were not there, are not counted. */
public record MembersChanged(int added, int removed) {}
