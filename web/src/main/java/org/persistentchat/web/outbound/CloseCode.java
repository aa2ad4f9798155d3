package org.persistentchat.web.outbound;

/** Why the server ends a connection. 40xx: come back and resume; 44xx: do not. Numbers are listed in {@code docs/protocol.md} and never reused. */
public enum CloseCode {
    /** RFC 6455: the frame was larger than the limit. */
    TOO_BIG(1009),
    /** RFC 6455: the server cannot serve the connection because of a defect of its own. */
    UNEXPECTED(1011),
    SHUTDOWN(4001),
    SLOW_CONSUMER(4002),
    HEARTBEAT_MISSED(4003),
    ELSEWHERE(4004),
    SIGNED_OUT(4401),
    DEACTIVATED(4403),
    TOO_MUCH(4429);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
