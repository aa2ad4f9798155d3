package org.persistentchat.web.rest;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON merge (RFC 7396) of a representation: what is absent stays, null takes away what can be taken away. Members that cannot be changed are refused. */
final class Patch {
    private final Body body;

    private Patch(Body body) {
        this.body = body;
    }

    /** The change in {@code content}, of these members. */
    static Patch read(InputStream content, String... changeable) {
        Body body = Body.read(content);
        Set<String> known = Set.of(changeable);
        for (String name : body.names()) {
            if (!known.contains(name)) {
                throw Body.invalid(name, "cannot be changed like this");
            }
        }
        return new Patch(body);
    }

    @Nullable String text(String name) {
        refuseNull(name);
        return body.optionalText(name);
    }

    /** A text that null empties. */
    @Nullable String textOrNothing(String name) {
        return body.isNull(name) ? "" : body.optionalText(name);
    }

    @Nullable Boolean flag(String name) {
        refuseNull(name);
        return body.optionalFlag(name);
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : Body.constant(name, text, type);
    }

    /** A list that null empties. */
    @Nullable List<String> texts(String name) {
        return body.names().contains(name) ? body.texts(name, List.of()) : null;
    }

    private void refuseNull(String name) {
        if (body.isNull(name)) {
            throw Body.invalid(name, "cannot be taken away");
        }
    }
}
