package org.persistentchat.compliance.adapter;

import java.time.Instant;
import java.util.UUID;

/**
 * One fact of the archive. Texts are as they were said: they may hold any UTF-16 code unit.
 *
 * @param id unique for ever
 * @param kind what happened: JOIN, PART, POST, EDIT, HISTORY_VIEWED...; more are added by later versions
 * @param at when, in milliseconds, UTC
 * @param room where
 * @param sequence its place in the room, 0 for none
 * @param person who
 * @param server name of the server that accepted it
 * @param message what was said
 */
public record ExportedRecord(
        UUID id,
        String kind,
        Instant at,
        ExportedRoom room,
        long sequence,
        ExportedPerson person,
        String server,
        ExportedMessage message) {}
