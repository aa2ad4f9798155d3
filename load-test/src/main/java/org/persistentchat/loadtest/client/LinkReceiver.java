package org.persistentchat.loadtest.client;

import io.netty.buffer.ByteBuf;

/** Takes what comes over a {@link WebSocketLink}. Called on its event loop: must not wait. */
public interface LinkReceiver {
    /** The handshake succeeded. */
    void opened(WebSocketLink link);

    /** One text message of the WebSocket; the buffer is valid during the call only. */
    void text(ByteBuf message);

    /** The link ended, or never came to be. Called exactly once. */
    void closed(LinkClosed reason);
}
