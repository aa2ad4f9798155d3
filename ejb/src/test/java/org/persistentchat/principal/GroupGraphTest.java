package org.persistentchat.principal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What belonging to groups of groups means. */
class GroupGraphTest {
    private static final long ANA = 100;
    private static final long SALES = 200;
    private static final long EUROPE = 201;
    private static final long WORLD = 202;

    private final GroupGraph graph = new GroupGraph();

    private void in(long member, long... groups) {
        graph.put(member, groups);
        graph.changed();
    }

    @Test
    void whoIsInNoGroupIsOneselfAndOneOfEveryone() {
        assertThat(graph.of(ANA)).isEqualTo(Memberships.ofIds(new long[] {ANA, 1}));
    }

    @Test
    void aGroupInAGroupBringsBoth() {
        in(ANA, SALES);
        in(SALES, EUROPE);
        in(EUROPE, WORLD);

        assertThat(graph.of(ANA)).isEqualTo(Memberships.ofIds(new long[] {1, ANA, SALES, EUROPE, WORLD}));
    }

    @Test
    void whatIsNestedChangesForAllBelow() {
        in(ANA, SALES);
        in(SALES, EUROPE);
        assertThat(graph.of(ANA).contains(new Principal(EUROPE))).isTrue();

        in(SALES);

        assertThat(graph.of(ANA)).isEqualTo(Memberships.ofIds(new long[] {1, ANA, SALES}));
    }

    @Test
    void groupsThatContainEachOtherEnd() {
        in(ANA, SALES);
        in(SALES, EUROPE);
        in(EUROPE, SALES);

        assertThat(graph.of(ANA)).isEqualTo(Memberships.ofIds(new long[] {1, ANA, SALES, EUROPE}));
    }
}
