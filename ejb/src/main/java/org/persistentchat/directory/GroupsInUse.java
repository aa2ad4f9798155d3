package org.persistentchat.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.persistentchat.identity.Person;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalGraph;
import org.persistentchat.principal.PrincipalUses;

/** All places that name groups, together. */
@ApplicationScoped
class GroupsInUse {
    @Inject
    PrincipalGraph graph;

    @Inject
    @Any
    Instance<PrincipalUses> places;

    Removal.GroupUses uses() {
        return new Removal.GroupUses() {
            @Override
            public Collection<Long> above(long group) {
                return graph.memberships(new Principal(group)).ids().boxed().toList();
            }

            @Override
            public List<String> denying(Collection<Long> principals) {
                return places.stream()
                        .flatMap(place -> place.denying(principals).stream())
                        .toList();
            }

            @Override
            public List<String> forget(Person by, Collection<Long> principals) {
                return places.stream()
                        .flatMap(place -> place.forget(by, principals).stream())
                        .toList();
            }
        };
    }
}
