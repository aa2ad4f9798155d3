package org.persistentchat.compliance.record;

import org.jspecify.annotations.Nullable;

/**
 * What a record says of a message besides its content.
 *
 * @param target sequence of the message that was answered, edited, deleted..., 0 for none
 * @param title of a story
 * @param previous the body before the change
 */
public record RecordedMessage(
        long target, @Nullable String title, @Nullable String previous) {

    public static final RecordedMessage NONE = new RecordedMessage(0, null, null);

    boolean isNone() {
        return target == 0 && title == null && previous == null;
    }
}
