package org.persistentchat.loadtest.irc;

/** What a line of a log tells. */
public sealed interface LogEntry {

    /** Somebody said something; the text is exactly that of the log. An action or a notice is said too, and keeps its mark. */
    record Said(String nick, String text) implements LogEntry {}

    /** Somebody came into the channel. */
    record Joined(String nick) implements LogEntry {}

    /** Somebody left the channel or the network. */
    record Parted(String nick) implements LogEntry {}

    /** Somebody goes on under another nick. */
    record Renamed(String nick, String newNick) implements LogEntry {}

    /** No conversation, and why. */
    record Skipped(String reason) implements LogEntry {}
}
