package org.persistentchat.loadtest.load;

/**
 * Who is where and how much is said.
 *
 * @param connections one person each
 * @param roomsPerConnection in how many rooms each connection is
 * @param senders connections in each room that post
 * @param window posts without an answer that each sender keeps in flight; not used at a fixed rate
 * @param rate posts per second of all senders together; 0: as fast as the window allows
 * @param bodyCharacters length of a body
 */
public record LoadShape(
        int connections, int rooms, int roomsPerConnection, int senders, int window, double rate, int bodyCharacters) {

    public LoadShape {
        if (connections < 1 || rooms < 1 || roomsPerConnection < 1 || roomsPerConnection > rooms) {
            throw new IllegalArgumentException("Rooms per connection must lie between 1 and the number of rooms");
        }
    }

    /** The room of a connection in its slot {@code slot}; all rooms have the same number of members, give or take one. */
    int room(int connection, int slot) {
        return (int) (((long) connection + slot) % rooms);
    }
}
