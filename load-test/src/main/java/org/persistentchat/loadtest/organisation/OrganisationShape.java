package org.persistentchat.loadtest.organisation;

/**
 * How large the organisation is.
 *
 * @param groupSize people of a group; every tenth group holds the nine before it as well
 * @param groupShare of the closed rooms of each size, how many name groups instead of people, from 0 to 1
 * @param managers managers of each room
 */
public record OrganisationShape(
        int people,
        int groups,
        int groupSize,
        int categories,
        Rooms small,
        Rooms medium,
        Rooms large,
        double groupShare,
        int managers) {

    /**
     * Rooms of one size.
     *
     * @param members people that a room's list names
     * @param memberGroups groups that it names instead
     * @param openShare how many are open and name nobody, from 0 to 1
     */
    public record Rooms(int count, int members, int memberGroups, double openShare) {}

    /** Rooms of all sizes. */
    public int rooms() {
        return small.count() + medium.count() + large.count();
    }
}
