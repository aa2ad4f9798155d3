package org.persistentchat.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.persistentchat.bus.BusFollower;
import org.persistentchat.bus.BusKind;
import org.persistentchat.bus.Peer;
import org.persistentchat.bus.ServerBus;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.change.ChangeFeed;
import org.persistentchat.change.ChangeWatcher;
import org.persistentchat.identity.TokenRevoked;

/** Has every server follow at once what administrators change on one, and end what was opened with a token that was signed out. */
@ApplicationScoped
public class PoolChanges implements BusFollower, ChangeWatcher {
    @Inject
    ServerBus bus;

    @Inject
    ChangeFeed feed;

    @Inject
    Event<TokenRevoked> revocations;

    @Override
    public Set<BusKind> kinds() {
        return Set.of(BusKind.CHANGE, BusKind.SIGNED_OUT);
    }

    @Override
    public void changed(long number) {
        if (!bus.isAlone()) {
            bus.send(BusKind.CHANGE, new WireWriter().number(number).toBytes());
        }
    }

    /** Of this server's, not of those that it heard of. */
    void revoked(@Observes TokenRevoked event) {
        if (!event.elsewhere() && !bus.isAlone()) {
            bus.send(BusKind.SIGNED_OUT, new WireWriter().text(event.tokenId()).toBytes());
        }
    }

    @Override
    public void received(Peer from, BusKind kind, WireReader payload) {
        if (kind == BusKind.SIGNED_OUT) {
            revocations.fire(new TokenRevoked(payload.text(), true));
        } else if (payload.number() > feed.followed()) {
            feed.look();
        }
    }

    @Override
    public void joined(Peer peer) {
        feed.look();
    }

    @Override
    public void missed(Peer peer) {
        feed.look();
    }
}
