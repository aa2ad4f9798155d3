package org.persistentchat.loadtest.verify;

/** One departure from what must be. */
public record Difference(Where where, What what, String room, String detail) {

    /** Which of the comparisons found it. */
    public enum Where {
        /** History against the log. */
        HISTORY,
        /** What a listener received against history. */
        LISTENER,
        /** Acknowledged sequences against history. */
        ACKNOWLEDGEMENT,
        /** The compliance database against what was done. */
        COMPLIANCE,
        /** The client saw a stream that was not each once and in order, or a command failed. */
        CLIENT
    }

    /** What went wrong. */
    public enum What {
        /** It should be there and is not. */
        MISSING,
        /** It is there a second time. */
        DUPLICATE,
        /** It is there although nobody did it. */
        UNEXPECTED,
        /** Its author or text is another. */
        CHANGED,
        /** It is there at the wrong place. */
        ORDER,
        /** A command was refused or could not be finished. */
        FAILED
    }

    @Override
    public String toString() {
        return where + " " + what + " in " + room + ": " + detail;
    }
}
