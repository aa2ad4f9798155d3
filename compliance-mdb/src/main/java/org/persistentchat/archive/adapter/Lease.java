package org.persistentchat.archive.adapter;

/**
 * The right to run an adapter.
 *
 * @param adapter its name
 * @param number rises with every lease of the adapter: a change by an older one is refused
 */
record Lease(String adapter, long number) {}
