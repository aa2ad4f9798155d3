package org.persistentchat.bus;

import java.util.List;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.View;

/** A JGroups channel: frames go to one member at a time, without an answer. The channel belongs to the server, which connects and closes it. */
final class JGroupsTransport implements Transport {
    private final JChannel channel;

    JGroupsTransport(JChannel channel) {
        this.channel = channel;
    }

    private record Node(Address address) implements Member {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    @Override
    public void start(Receiver receiver) {
        channel.setReceiver(new org.jgroups.Receiver() {
            @Override
            public void receive(Message message) {
                if (message.hasArray() && !message.getSrc().equals(channel.getAddress())) {
                    receiver.received(new Node(message.getSrc()), bytes(message));
                }
            }

            @Override
            public void viewAccepted(View view) {
                receiver.members(others(view));
            }
        });
        View now = channel.getView();
        if (now != null) {
            receiver.members(others(now));
        }
    }

    /** The message's array may hold more than it. */
    private static byte[] bytes(Message message) {
        byte[] bytes = new byte[message.getLength()];
        System.arraycopy(message.getArray(), message.getOffset(), bytes, 0, bytes.length);
        return bytes;
    }

    private List<Member> others(View view) {
        Address own = channel.getAddress();
        return view.getMembers().stream()
                .filter(address -> !address.equals(own))
                .<Member>map(Node::new)
                .toList();
    }

    @Override
    public void send(Member to, byte[] frame) {
        try {
            channel.send(new BytesMessage(((Node) to).address(), frame));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("Not sent", failure);
        }
    }

    @Override
    public void stop() {
        channel.setReceiver(null);
    }
}
