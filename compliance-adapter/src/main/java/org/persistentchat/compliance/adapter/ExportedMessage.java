package org.persistentchat.compliance.adapter;

import org.jspecify.annotations.Nullable;

/**
 * What was said, or what became of it.
 *
 * @param content what the kind says: the body of a post, the new one of an edit, an emoji, a range of history, JSON of what an administrator did
 * @param target sequence of the message that was answered, edited, deleted..., 0 for none
 * @param title of a story
 * @param previous the text before a change
 */
public record ExportedMessage(
        @Nullable String content,
        long target,
        @Nullable String title,
        @Nullable String previous) {}
