package org.persistentchat.audit;

import jakarta.enterprise.context.RequestScoped;

/** Where the call of this request comes from. The transport says so; work that nobody called for is the system's. */
@RequestScoped
public class CallOrigin {
    /** Work of the product itself. */
    public static final String SYSTEM = "system";

    private String address = SYSTEM;

    /** The call comes from this address of a client. */
    public void is(String clientAddress) {
        address = clientAddress;
    }

    /** The address of the client, or {@value #SYSTEM}. */
    public String address() {
        return address;
    }
}
