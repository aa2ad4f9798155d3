package org.persistentchat.bus;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages that travel together from one server to another.
 *
 * <p>Form: the major version (one byte; another one is not read), the header behind its length (server, run, link, first, so far), the
 * number of messages, and each message: the code of its kind, its payload behind its length.
 *
 * @param from who speaks
 * @param first number of the first message among all that were to be sent on this link; without messages, of the next one
 * @param messages numbered from {@code first} on without a gap
 */
record Frame(Peer from, long first, List<Part> messages) {
    private static final int VERSION = 1;

    /** One message; the code may be one of a newer version. */
    record Part(long code, WireReader payload) {}

    static byte[] encode(Peer from, long first, List<Link.Waiting> messages) {
        WireWriter header = new WireWriter()
                .number(from.serverId())
                .id(from.run())
                .id(from.link())
                .number(first);
        WireWriter frame = new WireWriter().number(VERSION).block(header).number(messages.size());
        for (Link.Waiting message : messages) {
            frame.number(message.kind().code()).block(message.payload());
        }
        return frame.toBytes();
    }

    static Frame decode(byte[] bytes) {
        WireReader frame = new WireReader(bytes);
        long version = frame.number();
        if (version != VERSION) {
            throw new MalformedMessageException("Version " + version + " is not spoken here");
        }
        WireReader header = frame.block();
        Peer from = new Peer((int) header.number(), header.id(), header.id());
        long first = header.number();
        int count = frame.count();
        List<Part> messages = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            messages.add(new Part(frame.number(), frame.block()));
        }
        return new Frame(from, first, messages);
    }
}
