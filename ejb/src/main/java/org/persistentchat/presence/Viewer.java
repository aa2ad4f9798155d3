package org.persistentchat.presence;

/** A connection that shows rooms. Never blocks. */
public interface Viewer {

    /** News of a shown room; false if the connection is behind and the push was left out: it gets the whole state later. */
    boolean tell(PresencePush push);

    /** The round is over: what was told may be sent. */
    void flush();
}
