package org.persistentchat.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in an outer directory. Distinguished names are normalised.
 *
 * @param id what identifies it there for ever, whatever it is called and wherever it is moved
 * @param name its distinguished name
 * @param parent distinguished name of what it lies in
 * @param path names of the units that it lies in, outermost first, and its own
 * @param account of a person; empty if the directory has none
 * @param title what people call it; empty if the directory has nothing
 * @param active of a person, whether the directory lets them in
 */
public record OuterEntry(
        EntryKind kind,
        String id,
        String name,
        String parent,
        List<String> path,
        String account,
        String title,
        @Nullable String email,
        String description,
        boolean active) {}
