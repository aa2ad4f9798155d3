package org.persistentchat.web.connection;

import jakarta.websocket.MessageHandler;
import org.jspecify.annotations.Nullable;
import org.persistentchat.web.outbound.CloseCode;

/**
 * Takes text frames of one connection as they come in, in parts, and gives on whole ones. Parts, because the container's own limit cuts the connection at
 * once, and the close frame that tells the reason is then often lost: here the rest of a frame that is too large is read and thrown away until the client
 * has answered the close.
 */
final class TextFrames implements MessageHandler.Partial<String> {
    private final Connection connection;
    private final int maxBytes;

    /** What came of a frame whose end has not come. */
    private @Nullable StringBuilder begun;

    private boolean tooLarge;

    TextFrames(Connection connection, int maxBytes) {
        this.connection = connection;
        this.maxBytes = maxBytes;
    }

    @Override
    public void onMessage(String part, boolean last) {
        if (tooLarge) {
            return;
        }
        int before = begun == null ? 0 : begun.length();
        if (before + part.length() > maxBytes) { // each character is a byte at least
            refuse();
        } else if (!last) {
            begun = begun == null ? new StringBuilder(part) : begun.append(part);
        } else {
            String frame = begun == null ? part : begun.append(part).toString();
            begun = null;
            if (bytes(frame) > maxBytes) {
                refuse();
            } else {
                connection.received(frame);
            }
        }
    }

    private void refuse() {
        tooLarge = true;
        begun = null;
        connection.end(CloseCode.TOO_BIG);
    }

    /** Length in UTF-8 of a well-formed string; exact only if it could matter. */
    private int bytes(String frame) {
        if (frame.length() <= maxBytes / 3) {
            return frame.length();
        }
        int bytes = 0;
        for (int i = 0; i < frame.length(); i++) {
            char c = frame.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
