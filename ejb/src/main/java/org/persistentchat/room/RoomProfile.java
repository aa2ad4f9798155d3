package org.persistentchat.room;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.Person;

/**
 * A room as those see it who look at its settings.
 *
 * @param mayManage whether the person may change it
 * @param createdBy null if they are not known any more, or it was the product
 */
public record RoomProfile(
        RoomCard card,
        boolean mayManage,
        List<AddIn> addIns,
        @Nullable Person createdBy,
        @Nullable Person changedBy) {}
