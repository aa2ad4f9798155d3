package org.persistentchat.pool;

import java.util.Locale;

/** What administrators want of a server. Names are stored. */
public enum Duty {
    /** It takes whoever comes. */
    ACTIVE,
    /** It takes no new connections and sends those that it has elsewhere, little by little; to be stopped, or to be active again. A swap leaves it alone. */
    DRAINING,
    /** As {@link #DRAINING}, and the next swap makes it active: it is kept in reserve. */
    STANDBY;

    /** As administrators write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
