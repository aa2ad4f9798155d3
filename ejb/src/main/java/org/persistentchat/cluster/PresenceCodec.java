package org.persistentchat.cluster;

import java.util.ArrayList;
import java.util.List;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** Who is in which room of a server, in the form that travels. */
final class PresenceCodec {
    static final int PLACES_PER_MESSAGE = 1_000;

    private PresenceCodec() {}

    /** What is said; codes travel. */
    enum Saying {
        /** These have come or gone. */
        CHANGED(0),
        /** Nobody but who follows. */
        ONLY(1),
        /** A question: who is with you? */
        WHO(2);

        private final int code;

        Saying(int code) {
            this.code = code;
        }

        /** What a newer version says is taken for a question: the answer does no harm. */
        static Saying ofCode(long code) {
            for (Saying saying : values()) {
                if (saying.code == code) {
                    return saying;
                }
            }
            return WHO;
        }
    }

    /** A person in a room, or not any more. */
    record Place(RoomId room, PersonId person, boolean present) {}

    /** A saying. */
    record Said(Saying saying, List<Place> places) {}

    static byte[] encode(Saying saying, List<Place> places) {
        WireWriter writer = new WireWriter().number(saying.code).number(places.size());
        for (Place place : places) {
            writer.id(place.room().value()).id(place.person().value()).flag(place.present());
        }
        return writer.toBytes();
    }

    static Said decode(WireReader reader) {
        Saying saying = Saying.ofCode(reader.number());
        int count = reader.count();
        List<Place> places = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            places.add(new Place(new RoomId(reader.id()), new PersonId(reader.id()), reader.flag()));
        }
        return new Said(saying, places);
    }
}
