package org.persistentchat.audit;

/** Who does something that is written down. */
public interface Actor {
    /** The number of the person; 0 is the product itself. */
    long actorNumber();

    /** The account as it is now; empty for the product itself. */
    String account();
}
