package org.persistentchat.idempotence;

/**
 * What a creation was answered with.
 *
 * @param status HTTP status, or what corresponds to it
 * @param headers header lines worth repeating, {@code Name: value}, separated by line feeds
 */
public record Answer(int status, String headers, String body) {}
