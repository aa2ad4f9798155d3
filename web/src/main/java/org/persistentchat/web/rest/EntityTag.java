package org.persistentchat.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/**
 * The strong validator of a representation (RFC 9110, section 8.8.3): the version of what it shows. Give {@link #on} to every answer that shows the thing, and
 * call {@link #require} or {@link #version} before changing it.
 */
record EntityTag(String text) {

    /** Of something with a version number. */
    static EntityTag of(long version) {
        return new EntityTag('"' + Long.toString(version) + '"');
    }

    /** Puts the tag on an answer. */
    Response on(Response answer) {
        return Response.fromResponse(answer).header(HttpHeaders.ETAG, text).build();
    }

    /**
     * Lets a change pass whose {@code If-Match} names this tag or {@code *}. Refuses with {@link ErrorCode#PRECONDITION_REQUIRED} if the header is missing and
     * {@link ErrorCode#PRECONDITION_FAILED} if it names others. The service still compares versions in its transaction: somebody may be faster.
     */
    void require(@Nullable String ifMatch) {
        List<String> tags = tags(ifMatch);
        if (!tags.contains("*") && !tags.contains(text)) {
            throw stale();
        }
    }

    /**
     * The version that {@code If-Match} names, for a service that compares it in its transaction; -1 for {@code *}, any version. Refuses as {@link #require}
     * what names no version at all.
     */
    static long version(@Nullable String ifMatch) {
        List<String> tags = tags(ifMatch);
        if (tags.contains("*")) {
            return -1;
        }
        for (String tag : tags) {
            if (tags.size() == 1 && tag.matches("\"[0-9]{1,18}\"")) {
                return Long.parseLong(tag.substring(1, tag.length() - 1));
            }
        }
        throw stale();
    }

    private static List<String> tags(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ChatException(
                    ErrorCode.PRECONDITION_REQUIRED,
                    "A change needs If-Match with the ETag of what is changed, as a GET of it says.");
        }
        return Stream.of(ifMatch.split(",", -1)).map(String::strip).toList();
    }

    /** What is to be changed is not any more what the caller has seen. */
    static ChatException stale() {
        return new ChatException(
                ErrorCode.PRECONDITION_FAILED, "It was changed in the meantime: read it again, then change it.");
    }
}
