package org.persistentchat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads people from the content database, some hundred with a query. */
@ApplicationScoped
class PersonStore {
    private static final int IDS_PER_QUERY = 500;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Transactional
    List<Person> byFoldedAccounts(Collection<String> accounts) {
        List<String> all = List.copyOf(accounts);
        List<Person> people = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            entities.createQuery("select p from PersonEntity p where p.accountFolded in :accounts", PersonEntity.class)
                    .setParameter("accounts", all.subList(from, Math.min(from + IDS_PER_QUERY, all.size())))
                    .getResultList()
                    .forEach(entity -> people.add(entity.toPerson()));
        }
        return people;
    }

    @Transactional
    List<Person> byIds(List<PersonId> ids) {
        List<Person> people = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
            List<Long> some = ids.subList(from, Math.min(from + IDS_PER_QUERY, ids.size())).stream()
                    .map(PersonId::value)
                    .toList();
            entities.createQuery("select p from PersonEntity p where p.id in :ids", PersonEntity.class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(entity -> people.add(entity.toPerson()));
        }
        return people;
    }
}
