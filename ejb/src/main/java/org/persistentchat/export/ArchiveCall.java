package org.persistentchat.export;

import java.util.function.Supplier;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** A question to the archive. */
public final class ArchiveCall {

    private ArchiveCall() {}

    /** Its answer; refused with {@link ErrorCode#ARCHIVE_UNAVAILABLE} while the compliance database is away. */
    public static <T> T of(Supplier<T> call) {
        try {
            return call.get();
        } catch (ArchiveAwayException away) {
            throw new ChatException(
                    ErrorCode.ARCHIVE_UNAVAILABLE, "The compliance database cannot be reached at the moment.", away);
        }
    }
}
