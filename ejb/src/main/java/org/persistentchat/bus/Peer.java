package org.persistentchat.bus;

/**
 * Another server, from when it was heard until it is not heard any more. One that comes again is another peer, which knows nothing of
 * what it was told before.
 *
 * @param serverId its number in the content database
 * @param run differs with every start of the server
 * @param link differs whenever the server begins to speak to this one anew
 */
public record Peer(int serverId, long run, long link) {}
