package org.persistentchat.compliance.record;

/**
 * What happened. Not an enum: a kind that a newer server writes must be archived by an older one as it is.
 *
 * @param name stable, upper case, at most 32 characters
 */
public record RecordKind(String name) {

    /** A person entered a room's membership. */
    public static final RecordKind JOIN = new RecordKind("JOIN");

    /** A person left a room's membership. */
    public static final RecordKind PART = new RecordKind("PART");

    /** A person said something; the content is the body. */
    public static final RecordKind POST = new RecordKind("POST");

    /** A person read older messages; the content is the range of sequences, such as {@code 12-41}. */
    public static final RecordKind HISTORY_VIEWED = new RecordKind("HISTORY_VIEWED");

    private static final int MAX_LENGTH = 32;

    public RecordKind {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A kind has 1 to 32 characters");
        }
    }

    /** The kind of that name; the known ones are shared. */
    static RecordKind of(String name) {
        return switch (name) {
            case "JOIN" -> JOIN;
            case "PART" -> PART;
            case "POST" -> POST;
            case "HISTORY_VIEWED" -> HISTORY_VIEWED;
            default -> new RecordKind(name);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
