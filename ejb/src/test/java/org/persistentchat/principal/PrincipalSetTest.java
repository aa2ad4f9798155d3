package org.persistentchat.principal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A compact set answers as a set does. */
class PrincipalSetTest {
    @Property
    void itHasWhatItWasMadeOf(
            @ForAll @Size(max = 40) List<@LongRange(min = 1, max = 50) Long> ids,
            @ForAll @LongRange(min = 1, max = 50) long asked) {
        PrincipalSet set =
                PrincipalSet.ofIds(ids.stream().mapToLong(Long::longValue).toArray());

        assertThat(set.size()).isEqualTo(Set.copyOf(ids).size());
        assertThat(set.contains(new Principal(asked))).isEqualTo(ids.contains(asked));
    }

    @Property
    void itKnowsWhetherItMeetsMemberships(
            @ForAll @Size(max = 40) Set<@LongRange(min = 1, max = 90) Long> ids,
            @ForAll @Size(max = 40) Set<@LongRange(min = 1, max = 90) Long> memberships) {
        PrincipalSet set =
                PrincipalSet.ofIds(ids.stream().mapToLong(Long::longValue).toArray());
        Memberships of = Memberships.ofIds(
                memberships.stream().mapToLong(Long::longValue).toArray());

        assertThat(set.containsAny(of)).isEqualTo(ids.stream().anyMatch(memberships::contains));
    }
}
