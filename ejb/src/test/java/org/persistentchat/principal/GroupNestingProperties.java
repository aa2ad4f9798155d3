package org.persistentchat.principal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;

/** Whatever is put into what in whatever order: no group ever contains itself, only what would do so is refused, and memory says of everybody what a model of one set says. */
class GroupNestingProperties {
    private static final List<Long> GROUPS = List.of(201L, 202L, 203L, 204L, 205L);
    private static final List<Long> MEMBERS = List.of(101L, 102L, 201L, 202L, 203L, 204L, 205L);

    /** {@code member} comes into {@code group}, or leaves it. */
    record Act(boolean comes, long group, long member) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3), Arbitraries.of(GROUPS), Arbitraries.of(MEMBERS))
                .as((kind, group, member) -> new Act(kind > 0, group, member))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 40)
    void noGroupContainsItselfAndNothingElseIsRefused(@ForAll("acts") List<Act> acts) throws SQLException {
        InMemoryContent content = new InMemoryContent();
        GROUPS.forEach(id -> content.execute("INSERT INTO principal_group VALUES (" + id + ", 'GROUP', 'g" + id
                + "', 'g" + id + "', '', 'LOCAL', NULL, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0)"));
        MemberRows rows = new MemberRows(content.dataSource());
        Set<Act> model = new HashSet<>();
        for (Act act : acts) {
            Act entry = new Act(true, act.group(), act.member());
            if (!act.comes()) {
                rows.remove(act.group(), List.of(act.member()));
                model.remove(entry);
            } else {
                boolean refused = isRefused(rows, act);
                assertThat(refused).isEqualTo(closure(model, act.group()).contains(act.member()));
                if (!refused && model.add(entry)) {
                    rows.add(act.group(), List.of(act.member()));
                }
            }
        }
        PrincipalGraph graph = SamplePrincipals.graph(content.dataSource());
        graph.reload();
        for (long person : List.of(101L, 102L)) {
            Set<Long> expected = closure(model, person);
            expected.add(Principal.EVERYONE.value());
            assertThat(graph.memberships(new PersonId(person)).ids().boxed().collect(Collectors.toSet()))
                    .isEqualTo(expected);
        }
    }

    private static boolean isRefused(MemberRows rows, Act act) throws SQLException {
        try {
            GroupRules.checkCycle(rows.above(act.group()), PrincipalSet.ofIds(act.member()));
            return false;
        } catch (ChatException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.GROUP_CYCLE);
            return true;
        }
    }

    /** All that somebody is and lies in. */
    private static Set<Long> closure(Set<Act> model, long start) {
        Set<Long> all = new HashSet<>(List.of(start));
        boolean grows = true;
        while (grows) {
            grows = all.addAll(model.stream()
                    .filter(entry -> all.contains(entry.member()))
                    .map(Act::group)
                    .toList());
        }
        return all;
    }
}
