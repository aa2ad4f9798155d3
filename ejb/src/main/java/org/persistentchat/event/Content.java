package org.persistentchat.event;

/** What an event says: a message, or what became of one. */
public sealed interface Content permits Message, Change {

    /** UTF-16 code units of text in it, for the bounds of memory and of answers. */
    int characters();
}
