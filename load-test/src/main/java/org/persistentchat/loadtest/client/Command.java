package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;

/**
 * A command on its way.
 *
 * @param lasting survives a break and is sent again; others end with their link
 */
record Command(long id, String text, boolean lasting, CompletableFuture<JsonNode> answer) {}
