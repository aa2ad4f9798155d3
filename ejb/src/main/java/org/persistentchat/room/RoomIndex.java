package org.persistentchat.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.id.FoldedName;
import org.persistentchat.principal.Memberships;
import org.persistentchat.principal.PrincipalSet;

/** All categories and rooms in memory: by id, by name, and by the principals that rooms name. Written by one thread, read by all. */
final class RoomIndex {
    private static final long[] NONE = {};

    private final Map<CategoryId, Category> categories = new ConcurrentHashMap<>();
    private final Map<RoomId, Room> rooms = new ConcurrentHashMap<>();
    private final NavigableMap<String, RoomId> byName = new ConcurrentSkipListMap<>();

    /** By principal the rooms that name it as member, manager or presenter; ascending. */
    private final Map<Long, long[]> byPrincipal = new ConcurrentHashMap<>();

    @Nullable Category category(CategoryId id) {
        return categories.get(id);
    }

    Collection<Category> categories() {
        return categories.values();
    }

    @Nullable Room room(RoomId id) {
        return rooms.get(id);
    }

    Collection<Room> rooms() {
        return rooms.values();
    }

    /** The rooms whose folded name comes after {@code after}, in the order of their names. */
    Iterable<RoomId> after(String after) {
        return byName.tailMap(after, false).values();
    }

    /** The rooms that name somebody with these memberships in one of their lists. */
    List<Room> naming(Memberships memberships) {
        return memberships
                .ids()
                .flatMap(principal -> LongStream.of(byPrincipal.getOrDefault(principal, NONE)))
                .distinct()
                .mapToObj(id -> rooms.get(new RoomId(id)))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Replaces the categories of {@code ids} by {@code now}; their rooms follow. */
    void putCategories(Collection<CategoryId> ids, List<Category> now) {
        Map<CategoryId, Category> changed = now.stream().collect(Collectors.toMap(Category::id, category -> category));
        categories.putAll(changed);
        rooms.replaceAll((id, room) -> {
            Category category = changed.get(room.category().id());
            return category == null ? room : room.in(category);
        });
        for (CategoryId id : ids) {
            if (!changed.containsKey(id)) {
                categories.remove(id);
            }
        }
    }

    /** Replaces the rooms of {@code ids} by {@code now}. */
    void putRooms(Collection<RoomId> ids, List<Room> now) {
        Set<RoomId> kept = now.stream().map(Room::id).collect(Collectors.toSet());
        for (RoomId id : ids) {
            if (!kept.contains(id)) {
                Room old = rooms.remove(id);
                if (old != null) {
                    byName.remove(FoldedName.of(old.name()), id);
                    named(old).forEach(principal -> unlink(principal, id));
                }
            }
        }
        List<Runnable> names = new ArrayList<>();
        for (Room room : now) {
            Room old = rooms.put(room.id(), room);
            if (old != null && !old.name().equals(room.name())) {
                byName.remove(FoldedName.of(old.name()), room.id());
            }
            // after all old names are gone: two rooms may have changed names
            names.add(() -> byName.put(FoldedName.of(room.name()), room.id()));
            relink(
                    room.id(),
                    old == null ? NONE : named(old).toArray(),
                    named(room).toArray());
        }
        names.forEach(Runnable::run);
    }

    private static LongStream named(Room room) {
        return LongStream.of(List.of(room.members(), room.managers(), room.presenters()).stream()
                .flatMapToLong(PrincipalSet::ids)
                .sorted()
                .distinct()
                .toArray());
    }

    private void relink(RoomId room, long[] before, long[] after) {
        for (long principal : before) {
            if (Arrays.binarySearch(after, principal) < 0) {
                unlink(principal, room);
            }
        }
        for (long principal : after) {
            if (Arrays.binarySearch(before, principal) < 0) {
                link(principal, room);
            }
        }
    }

    private void link(long principal, RoomId room) {
        byPrincipal.compute(principal, (key, known) -> {
            if (known == null) {
                return new long[] {room.value()};
            }
            int at = Arrays.binarySearch(known, room.value());
            if (at >= 0) {
                return known;
            }
            int place = -at - 1;
            long[] more = new long[known.length + 1];
            System.arraycopy(known, 0, more, 0, place);
            more[place] = room.value();
            System.arraycopy(known, place, more, place + 1, known.length - place);
            return more;
        });
    }

    private void unlink(long principal, RoomId room) {
        byPrincipal.computeIfPresent(principal, (key, known) -> {
            long[] fewer = LongStream.of(known).filter(id -> id != room.value()).toArray();
            return fewer.length == 0 ? null : fewer;
        });
    }
}
