package org.persistentchat.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.room.RoomId;

/** What a server says of the rooms that it has in memory. */
final class InterestCodec {
    private static final int ROOMS_PER_MESSAGE = 1_000;

    private InterestCodec() {}

    /** What is said; codes travel. */
    enum Saying {
        /** These rooms too, each as far as it is known. */
        ALSO(0),
        /** These, and no others but what follows. */
        ONLY(1),
        /** Not these any more. */
        NOT(2),
        /** A question: which are yours? */
        WHICH(3);

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
            return WHICH;
        }
    }

    /** A saying; heads are 0 where they have no meaning. */
    record Interest(Saying saying, Map<RoomId, Long> rooms) {}

    static byte[] encode(Saying saying, Map<RoomId, Long> rooms) {
        WireWriter writer = new WireWriter().number(saying.code).number(rooms.size());
        rooms.forEach((room, head) -> writer.id(room.value()).number(head));
        return writer.toBytes();
    }

    /** These rooms too, in messages of a bounded size. */
    static List<byte[]> some(Map<RoomId, Long> rooms) {
        List<byte[]> messages = new ArrayList<>();
        Map<RoomId, Long> some = new LinkedHashMap<>();
        rooms.forEach((room, head) -> {
            some.put(room, head);
            if (some.size() == ROOMS_PER_MESSAGE) {
                messages.add(encode(Saying.ALSO, some));
                some.clear();
            }
        });
        messages.add(encode(Saying.ALSO, some));
        return messages;
    }

    static Interest decode(WireReader reader) {
        Saying saying = Saying.ofCode(reader.number());
        int count = reader.count();
        Map<RoomId, Long> rooms = new LinkedHashMap<>();
        for (int index = 0; index < count; index++) {
            rooms.put(new RoomId(reader.id()), reader.number());
        }
        return new Interest(saying, rooms);
    }
}
