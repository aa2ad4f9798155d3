package org.persistentchat.web.connection;

import jakarta.websocket.MessageHandler;
import java.nio.ByteBuffer;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.web.outbound.CloseCode;

/** Refuses binary frames, which the protocol does not have, and keeps the connection. */
final class BinaryFrames implements MessageHandler.Partial<ByteBuffer> {
    private final Connection connection;
    private final int maxBytes;
    private long bytes;

    BinaryFrames(Connection connection, int maxBytes) {
        this.connection = connection;
        this.maxBytes = maxBytes;
    }

    @Override
    public void onMessage(ByteBuffer part, boolean last) {
        bytes += part.remaining();
        if (bytes > maxBytes) {
            connection.end(CloseCode.TOO_BIG);
        } else if (last) {
            bytes = 0;
            connection.refuse(new ChatException(ErrorCode.BINARY_NOT_SUPPORTED, "All frames are text frames."));
        }
    }
}
