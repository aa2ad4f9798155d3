package org.persistentchat.discovery;

import java.util.Optional;
import org.persistentchat.id.OpaqueId;

/** Identifies a case within the pool. */
public record CaseId(long value) {

    /** No case has it. */
    public static final CaseId NONE = new CaseId(0);

    static CaseId random() {
        return new CaseId(OpaqueId.random());
    }

    /** The id whose {@link #text()} is given, or empty if it is no id's text. */
    public static Optional<CaseId> parse(String text) {
        var value = OpaqueId.decode(text);
        return value.isPresent() ? Optional.of(new CaseId(value.getAsLong())) : Optional.empty();
    }

    /** The form that clients see. */
    public String text() {
        return OpaqueId.encode(value);
    }
}
