package org.persistentchat.archive.adapter;

import java.sql.SQLException;

/** Another server has taken the adapter over; what this one was doing ends here. */
final class LeaseLostException extends SQLException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(Lease lease) {
        super("Lease " + lease.number() + " of adapter " + lease.adapter() + " is lost");
    }
}
