package org.persistentchat.archive.search;

/**
 * A person in a room.
 *
 * @param entered position of the record that says so
 * @param left position of the record that says that they left; the greatest number while they are there
 * @param connections how often they are there at the same time
 */
record Stay(String roomId, long entered, long left, int connections) {}
