package org.persistentchat.loadtest.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.persistentchat.loadtest.client.RoomDraft;

/** Which rooms there are, and whom they name: the same for the same shape, without any memory of it. */
final class RoomPlan {
    private final OrganisationShape shape;
    private final Names names;
    private final List<String> categories;

    RoomPlan(OrganisationShape shape, Names names, List<String> categories) {
        this.shape = shape;
        this.names = names;
        this.categories = List.copyOf(categories);
    }

    RoomDraft room(int number) {
        int at = number;
        for (OrganisationShape.Rooms size : List.of(shape.large(), shape.medium(), shape.small())) {
            if (at < size.count()) {
                return room(number, at, size);
            }
            at -= size.count();
        }
        throw new IllegalArgumentException("No room " + number);
    }

    private RoomDraft room(int number, int place, OrganisationShape.Rooms size) {
        Random random = new Random(number);
        boolean open = place < size.count() * size.openShare();
        // every second one, and the like: the same share wherever one looks
        boolean byGroups = (int) ((place + 1) * shape.groupShare()) > (int) (place * shape.groupShare());
        List<String> members = new ArrayList<>();
        if (!open && byGroups && shape.groups() > 0) {
            some(random, size.memberGroups(), shape.groups())
                    .forEach(group -> members.add("group:" + names.group(group)));
        } else if (!open) {
            some(random, size.members(), shape.people()).forEach(person -> members.add(names.person(person)));
        }
        List<String> managers = new ArrayList<>();
        some(random, shape.managers(), shape.people()).forEach(person -> managers.add(names.person(person)));
        return new RoomDraft(
                names.room(number),
                categories.get(number % categories.size()),
                open ? "open" : "closed",
                members,
                managers);
    }

    private static Set<Integer> some(Random random, int count, int of) {
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < Math.min(count, of)) {
            chosen.add(random.nextInt(of));
        }
        return chosen;
    }
}
