package org.persistentchat.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jgroups.JChannel;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.NAKACK4;
import org.jgroups.protocols.SHARED_LOOPBACK;
import org.jgroups.protocols.SHARED_LOOPBACK_PING;
import org.jgroups.protocols.UNICAST4;
import org.jgroups.protocols.pbcast.GMS;
import org.junit.jupiter.api.AfterEach;

/** The bus on JGroups, whose members are in one JVM. */
class JGroupsBusTest extends BusContract {
    private final String group = UUID.randomUUID().toString();
    private final List<JChannel> channels = new ArrayList<>();

    @AfterEach
    void close() {
        channels.forEach(JChannel::close);
    }

    @Override
    Transport transport(int number) {
        try {
            JChannel channel = new JChannel(
                            new SHARED_LOOPBACK(),
                            new SHARED_LOOPBACK_PING(),
                            new NAKACK4(),
                            new UNICAST4(),
                            new GMS(),
                            new FRAG4())
                    .name("server-" + number);
            channels.add(channel);
            channel.connect(group);
            return new JGroupsTransport(channel);
        } catch (Exception failure) {
            throw new AssertionError("No channel", failure);
        }
    }
}
