package org.persistentchat.compliance.record;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** A person said something of high importance; the content is the body. */
    public static final RecordKind ALERT = new RecordKind("ALERT");

    /** A person published a text with a title; the content is the body. */
    public static final RecordKind STORY = new RecordKind("STORY");

    /** A message got another text; the content is the new body. */
    public static final RecordKind EDIT = new RecordKind("EDIT");

    /** A message was deleted by its author or a manager. */
    public static final RecordKind DELETE = new RecordKind("DELETE");

    /** A person reacted to a message; the content is the emoji. */
    public static final RecordKind REACTION = new RecordKind("REACTION");

    /** A person took a reaction back; the content is the emoji. */
    public static final RecordKind REACTION_BACK = new RecordKind("REACTION_BACK");

    /** A message was pinned. */
    public static final RecordKind PIN = new RecordKind("PIN");

    /** A message is not pinned any more. */
    public static final RecordKind UNPIN = new RecordKind("UNPIN");

    /** An administrator purged a room: a record for each message that is gone. */
    public static final RecordKind PURGE = new RecordKind("PURGE");

    /** Messages of a room were removed by a rule of retention; the content is JSON of the rule, the range and how many. */
    public static final RecordKind EXPIRY = new RecordKind("EXPIRY");

    /** An administrator removed a message by its words, author or date. */
    public static final RecordKind REMOVAL = new RecordKind("REMOVAL");

    /** An administrator replaced words of a message; the content is the new body. */
    public static final RecordKind REPLACEMENT = new RecordKind("REPLACEMENT");

    /** A person read older messages; the content is the range of sequences, such as {@code 12-41}. */
    public static final RecordKind HISTORY_VIEWED = new RecordKind("HISTORY_VIEWED");

    /** A room was made; the content is JSON of what it is. */
    public static final RecordKind ROOM_CREATED = new RecordKind("ROOM_CREATED");

    /** A room's settings were changed, it was moved, disabled or enabled; the content is JSON with {@code before} and {@code after}. */
    public static final RecordKind ROOM_CHANGED = new RecordKind("ROOM_CHANGED");

    /** A room and all that was said in it was deleted; the content is JSON of what it was. */
    public static final RecordKind ROOM_DELETED = new RecordKind("ROOM_DELETED");

    /** Principals were added to or removed from a room's lists; the content is JSON of all their names. */
    public static final RecordKind MEMBERSHIP_CHANGED = new RecordKind("MEMBERSHIP_CHANGED");

    /** A category was made, changed or deleted, or its scope was; the room is empty, the content JSON. */
    public static final RecordKind CATEGORY_CHANGED = new RecordKind("CATEGORY_CHANGED");

    /** What is recorded was switched, for everything, a category or a server; the content is JSON with {@code before} and {@code after}. */
    public static final RecordKind RECORDING_CHANGED = new RecordKind("RECORDING_CHANGED");

    /** A compliance officer or administrator looked at what is recorded; the content is JSON that says at what. */
    public static final RecordKind ARCHIVE_READ = new RecordKind("ARCHIVE_READ");

    /** A compliance officer did something with the archive; the content is JSON that says what. */
    public static final RecordKind ARCHIVE_ACT = new RecordKind("ARCHIVE_ACT");

    /** Records of the archive were removed by a rule of retention; the content is JSON, signed, of the rule and their positions. */
    public static final RecordKind RECORDS_EXPIRED = new RecordKind("RECORDS_EXPIRED");

    private static final int MAX_LENGTH = 32;

    private static final Map<String, RecordKind> KNOWN = Stream.of(
                    JOIN,
                    PART,
                    POST,
                    ALERT,
                    STORY,
                    EDIT,
                    DELETE,
                    REACTION,
                    REACTION_BACK,
                    PIN,
                    UNPIN,
                    PURGE,
                    REMOVAL,
                    REPLACEMENT,
                    HISTORY_VIEWED)
            .collect(Collectors.toUnmodifiableMap(RecordKind::name, Function.identity()));

    public RecordKind {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A kind has 1 to 32 characters");
        }
    }

    /** The kind of that name; the known ones are shared. */
    static RecordKind of(String name) {
        RecordKind known = KNOWN.get(name);
        return known != null ? known : new RecordKind(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
