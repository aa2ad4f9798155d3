package org.persistentchat.change;

/**
 * Something that administrators changed.
 *
 * @param number dense in the pool, in the order of the commits; changes of one transaction share it
 * @param subject what was changed, by the id that its kind says
 */
public record Change(long number, ChangeKind kind, long subject) {}
