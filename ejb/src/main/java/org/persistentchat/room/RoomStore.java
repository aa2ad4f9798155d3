package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Reads rooms from the content database, some hundred with a query. */
@ApplicationScoped
class RoomStore {
    private static final int IDS_PER_QUERY = 500;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Transactional
    List<Room> read(List<RoomId> ids) {
        List<Room> rooms = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
            List<Long> some = ids.subList(from, Math.min(from + IDS_PER_QUERY, ids.size())).stream()
                    .map(RoomId::value)
                    .toList();
            entities.createQuery("select r from RoomEntity r where r.id in :ids", RoomEntity.class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(entity -> rooms.add(entity.toRoom()));
        }
        return rooms;
    }
}
