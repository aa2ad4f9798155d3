package org.persistentchat.database;

/**
 * This server among those of the pool.
 *
 * @param id small number of the server in the content database
 * @param name node name
 */
public record ServerIdentity(int id, String name) {}
