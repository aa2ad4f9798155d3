package org.persistentchat.discovery;

/**
 * What became of picking.
 *
 * @param added records that the case did not have
 * @param lookedThrough of a search: up to this position all was looked at
 * @param more whether the search goes on behind that
 * @param records that the case has now
 */
public record Picked(int added, long lookedThrough, boolean more, int records) {}
