package org.persistentchat.event;

/** What kind of fact an event is. The code is what is stored; codes are never reused. */
public enum EventKind {
    MESSAGE(1, "message");

    private final int code;
    private final String label;

    EventKind(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    /** The name as clients see it. */
    public String label() {
        return label;
    }

    /** The kind that is stored as {@code code}. */
    public static EventKind ofCode(int code) {
        for (EventKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of event has the code " + code);
    }
}
