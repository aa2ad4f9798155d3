package org.persistentchat.loadtest.client;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Where a link goes, as whom, and from which local address (null: any). */
public record LinkTarget(
        ChatServer server, String token, @Nullable InetAddress source) {}
