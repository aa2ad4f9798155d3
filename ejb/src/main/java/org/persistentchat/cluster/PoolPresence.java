package org.persistentchat.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.persistentchat.bus.BusFollower;
import org.persistentchat.bus.BusKind;
import org.persistentchat.bus.Peer;
import org.persistentchat.bus.ServerBus;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.cluster.PresenceCodec.Place;
import org.persistentchat.cluster.PresenceCodec.Said;
import org.persistentchat.cluster.PresenceCodec.Saying;
import org.persistentchat.error.ChatException;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.presence.Presence;
import org.persistentchat.room.RoomId;
import org.persistentchat.session.ChatSessions;
import org.persistentchat.session.PresenceWatcher;

/**
 * Who is there and who types, of all servers. Changes are gathered for a quarter of a second and told as what then holds, so that one who
 * leaves and comes back costs nothing. A server that comes is told everything; of one that goes everything is forgotten.
 */
@ApplicationScoped
public class PoolPresence implements BusFollower, PresenceWatcher {
    private static final int PLACES_PER_ROUND = 20_000;

    @Inject
    ServerBus bus;

    @Inject
    ChatSessions sessions;

    @Inject
    Presence presence;

    @Inject
    PersonDirectory people;

    @Inject
    PoolEvents events;

    private final Set<Spot> changed = ConcurrentHashMap.newKeySet();
    private final Set<Peer> asked = ConcurrentHashMap.newKeySet();

    /** Of the bus's thread. */
    private final Map<Peer, Map<Spot, Person>> there = new HashMap<>();

    private record Spot(RoomId room, PersonId person) {}

    @Override
    public Set<BusKind> kinds() {
        return Set.of(BusKind.PRESENCE, BusKind.TYPING);
    }

    @Override
    public void changed(PersonId person, RoomId room) {
        if (!bus.isAlone()) {
            changed.add(new Spot(room, person));
        }
    }

    @Override
    public void typing(PersonId person, RoomId room, boolean typing) {
        if (bus.isAlone()) {
            return;
        }
        byte[] message = new WireWriter()
                .id(room.value())
                .id(person.value())
                .flag(typing)
                .toBytes();
        events.interestedIn(room).forEach(peer -> bus.send(peer, BusKind.TYPING, message));
    }

    /** Four times a second. Not while one peer is told everything: it would hear of who left meanwhile before it hears that they were there. */
    synchronized void tick() {
        for (Peer peer : Set.copyOf(asked)) {
            asked.remove(peer);
            bus.send(peer, BusKind.PRESENCE, PresenceCodec.encode(Saying.WHO, List.of()));
        }
        List<Place> places = new ArrayList<>();
        Iterator<Spot> spots = changed.iterator();
        while (spots.hasNext() && places.size() < PLACES_PER_ROUND) {
            Spot spot = spots.next();
            spots.remove(); // first: what happens from now on is told in the next round
            places.add(new Place(spot.room(), spot.person(), sessions.isPresent(spot.person(), spot.room())));
        }
        tell(places, message -> bus.send(BusKind.PRESENCE, message));
    }

    private static void tell(List<Place> places, java.util.function.Consumer<byte[]> send) {
        for (int from = 0; from < places.size(); from += PresenceCodec.PLACES_PER_MESSAGE) {
            int to = Math.min(places.size(), from + PresenceCodec.PLACES_PER_MESSAGE);
            send.accept(PresenceCodec.encode(Saying.CHANGED, places.subList(from, to)));
        }
    }

    @Override
    public void joined(Peer peer) {
        tellAll(peer);
    }

    private synchronized void tellAll(Peer peer) {
        bus.send(peer, BusKind.PRESENCE, PresenceCodec.encode(Saying.ONLY, List.of()));
        Set<Place> places = new HashSet<>();
        sessions.forEachPresent((person, room) -> places.add(new Place(room, person, true)));
        tell(List.copyOf(places), message -> bus.send(peer, BusKind.PRESENCE, message));
    }

    @Override
    public void missed(Peer peer) {
        asked.add(peer);
    }

    @Override
    public void left(Peer peer) {
        asked.remove(peer);
        Map<Spot, Person> gone = there.remove(peer);
        if (gone != null) {
            gone.forEach((spot, person) -> presence.went(person, spot.room()));
        }
    }

    @Override
    public void received(Peer from, BusKind kind, WireReader payload) {
        try {
            if (kind == BusKind.TYPING) {
                typing(payload);
            } else {
                presence(from, PresenceCodec.decode(payload));
            }
        } catch (ChatException away) {
            asked.add(from); // people cannot be read at the moment
        }
    }

    private void typing(WireReader payload) {
        RoomId room = new RoomId(payload.id());
        PersonId id = new PersonId(payload.id());
        if (!payload.flag()) {
            boolean unused = presence.stoppedTyping(id, room);
            return;
        }
        Person person = people.byIds(List.of(id)).get(id);
        if (person != null) {
            presence.typing(person, room);
        }
    }

    private void presence(Peer from, Said said) {
        switch (said.saying()) {
            case ONLY -> left(from);
            case WHO -> tellAll(from);
            case CHANGED -> changed(from, said.places());
        }
    }

    private void changed(Peer from, List<Place> places) {
        Map<Spot, Person> known = there.computeIfAbsent(from, peer -> new HashMap<>());
        Set<PersonId> wanted = new HashSet<>();
        places.forEach(place -> wanted.add(place.person()));
        Map<PersonId, Person> found = people.byIds(wanted);
        for (Place place : places) {
            Spot spot = new Spot(place.room(), place.person());
            if (!place.present()) {
                Person gone = known.remove(spot);
                if (gone != null) {
                    presence.went(gone, place.room());
                }
            } else if (!known.containsKey(spot) && found.containsKey(place.person())) {
                Person person = found.get(place.person());
                known.put(spot, person);
                presence.came(person, place.room());
            }
        }
    }
}
