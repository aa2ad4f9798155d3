package org.persistentchat.error;

/**
 * Everything that can be refused, with the number that clients see. Numbers are given by feature (1xx server and sign-in, 2xx rooms, 3xx
 * messages, 4xx people, 5xx compliance), listed in {@code docs/protocol.md}, and never reused.
 */
public enum ErrorCode {
    INTERNAL(100, true, 500),
    MALFORMED(101, false, 400),
    UNKNOWN_COMMAND(102, false, 400),
    INVALID_FIELD(103, false, 400),
    BINARY_NOT_SUPPORTED(104, false, 415),
    UNAVAILABLE(105, true, 503),
    BUSY(106, true, 503),
    SUBPROTOCOL_REQUIRED(107, false, 400),
    NOT_SIGNED_IN(110, false, 401),
    WRONG_CREDENTIALS(111, false, 401),
    TICKET_INVALID(112, false, 401),
    ORIGIN_FORBIDDEN(113, false, 403),
    NOT_PERMITTED(114, false, 403),
    TOO_MANY_ATTEMPTS(115, true, 429),
    PRECONDITION_REQUIRED(120, false, 428),
    PRECONDITION_FAILED(121, false, 412),
    IDEMPOTENCY_KEY_REUSED(122, false, 422),
    CHAT_DISABLED(123, false, 403),
    RATE_LIMITED(124, true, 429),
    TOO_MANY_CONNECTIONS(125, true, 429),
    CHECK_FAILED(126, true, 503),

    ROOM_NOT_FOUND(200, false, 404),
    NOT_A_MEMBER(201, false, 403),
    NOT_A_PRESENTER(202, false, 403),
    NOT_ENTERED(203, false, 409),
    ROOM_NAME_TAKEN(204, false, 409),
    TOO_MANY_ROOMS(205, false, 409),
    ALREADY_A_MEMBER(206, false, 409),
    JOIN_REQUEST_NOT_FOUND(207, false, 404),
    LAST_MANAGER(208, false, 409),
    SAME_CATEGORY(209, false, 409),
    CATEGORY_NOT_FOUND(210, false, 404),
    CATEGORY_NAME_TAKEN(211, false, 409),
    OUT_OF_SCOPE(212, false, 409),
    CATEGORY_NOT_EMPTY(213, false, 409),
    ADD_IN_NOT_FOUND(214, false, 404),
    ADD_IN_NAME_TAKEN(215, false, 409),
    ADD_IN_IN_USE(216, false, 409),
    ADD_IN_ADDRESS_INVALID(217, false, 400),
    MEMBER_THROUGH_GROUP(218, false, 409),
    NAME_INVALID(220, false, 400),

    MESSAGE_EMPTY(300, false, 400),
    MESSAGE_TOO_LONG(301, false, 400),
    KEY_INVALID(302, false, 400),
    MESSAGE_NOT_FOUND(310, false, 404),
    MESSAGE_DELETED(311, false, 409),
    NOT_THE_AUTHOR(312, false, 403),
    TITLE_INVALID(313, false, 400),
    EMOJI_INVALID(314, false, 400),
    TOO_MANY_REACTIONS(315, false, 409),
    TOO_MANY_PINS(316, false, 409),
    NOT_KEPT(317, false, 409),
    REMOVAL_NOT_FOUND(320, false, 404),
    NOT_SHOWN(340, false, 409),
    TOO_MANY_FOLLOWS(341, false, 409),

    PERSON_NOT_FOUND(400, false, 404),
    ACCOUNT_TAKEN(401, false, 409),
    PASSWORD_INVALID(402, false, 400),
    GROUP_NOT_FOUND(403, false, 404),
    GROUP_NAME_TAKEN(410, false, 409),
    GROUP_CYCLE(411, false, 409),
    GROUP_DENIES(412, false, 409),
    DIRECTORY_OWNED(413, false, 409),
    LAST_ADMINISTRATOR(414, false, 409),
    DIRECTORY_NOT_CONFIGURED(415, false, 409),
    DIRECTORY_BUSY(416, true, 409),

    SERVER_NOT_FOUND(440, false, 404),
    LAST_ACTIVE_SERVER(441, false, 409),
    SERVER_NOT_ACTIVE(442, true, 503),

    COMPLIANCE_BEHIND(500, true, 503),
    DEAD_LETTER_NOT_FOUND(501, false, 404),
    ARCHIVE_UNAVAILABLE(502, true, 503),

    ADAPTER_NOT_FOUND(520, false, 404),
    ADAPTER_UNUSABLE(521, false, 409),

    HOLD_NOT_FOUND(540, false, 404),
    HOLD_RELEASED(541, false, 409),
    CONFIRMATION_NOT_FOUND(542, false, 404),
    CONFIRMATION_DECIDED(543, false, 409),
    CONFIRMATION_PENDING(544, false, 409),
    SECOND_OFFICER_NEEDED(545, false, 403),
    MESSAGE_HELD(546, false, 409),

    CASE_NOT_FOUND(560, false, 404),
    CASE_CLOSED(561, false, 409),
    CASE_SEARCH_NOT_FOUND(562, false, 404),
    CASE_RECORD_NOT_FOUND(563, false, 404),
    CASE_FULL(564, false, 409),
    CASE_MEMBER_INVALID(565, false, 409),
    CASE_EMPTY(566, false, 409);

    private final int number;
    private final boolean retryable;
    private final int httpStatus;

    ErrorCode(int number, boolean retryable, int httpStatus) {
        this.number = number;
        this.retryable = retryable;
        this.httpStatus = httpStatus;
    }

    /** The stable number of this error. */
    public int number() {
        return number;
    }

    /** Whether the same request may succeed later, unchanged. */
    public boolean retryable() {
        return retryable;
    }

    /** The HTTP status that a web service answers with (RFC 9110, section 15). */
    public int httpStatus() {
        return httpStatus;
    }
}
