package org.persistentchat.loadtest.client;

/** A person to be created, with the bcrypt hash of the password; empty for none. */
public record NewPerson(String account, String name, String passwordHash) {}
