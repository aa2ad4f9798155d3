package org.persistentchat.loadtest.client;

/**
 * Why a link ended.
 *
 * @param closeCode WebSocket close code; 1006 when there was none
 * @param httpStatus status of a refused handshake; 0 when it was not refused
 */
public record LinkClosed(int closeCode, int httpStatus, String reason) {
    static final int NORMAL = 1000;
    static final int ABNORMAL = 1006;

    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int FIRST_FINAL_CODE = 4400;

    static LinkClosed broken(String reason) {
        return new LinkClosed(ABNORMAL, 0, reason);
    }

    /** Whether trying again can help. A server that is starting answers 404 or 503 until the chat is deployed. */
    public boolean mayReturn() {
        if (httpStatus >= FIRST_CLIENT_ERROR && httpStatus < FIRST_SERVER_ERROR) {
            return httpStatus == NOT_FOUND || httpStatus == TOO_MANY_REQUESTS;
        }
        return switch (closeCode) {
            case NORMAL, 1002, 1003, 1007, 1008, 1009 -> false;
            default -> closeCode < FIRST_FINAL_CODE;
        };
    }
}
