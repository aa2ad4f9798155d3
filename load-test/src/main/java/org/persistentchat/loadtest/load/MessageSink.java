package org.persistentchat.loadtest.load;

/** Takes what a {@link MessageScanner} finds in a frame. */
interface MessageSink {
    /** Not found, or no number. */
    long NONE = -1;

    /** The greeting. */
    void hello(int heartbeatSeconds);

    /** One pushed event; {@code stamp} is the number its body begins with, {@link #NONE} if there is none. */
    void event(long roomHash, long seq, long stamp);

    /** The answer to a command; {@code seq} is that of a post, {@code last} that of a room, else {@link #NONE}. */
    void answered(long id, long seq, long last);

    /** The command was refused. */
    void refused(long id, String code);

    /** The server took the connection out of a room. */
    void left(long roomHash);
}
