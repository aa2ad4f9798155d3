package org.persistentchat.principal;

/** A group or organisational unit, by the name that requests use. */
public record Group(Principal principal, GroupKind kind, String name) {

    /** As requests name it: {@code group:NAME} or {@code unit:NAME}. */
    public String label() {
        return kind.prefix() + name;
    }
}
