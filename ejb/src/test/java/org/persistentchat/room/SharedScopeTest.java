package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.principal.Principal;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.SampleSubjects;
import org.persistentchat.principal.Subject;

/** The two sides of an ethical wall do not know of each other. */
class SharedScopeTest {
    private static final long TRADERS = 201;
    private static final long ANALYSTS = 202;
    private static final long MEMBER = 301;

    private final Subject trader = SampleSubjects.of(SamplePeople.ana(), TRADERS);
    private final Subject analyst = SampleSubjects.of(SamplePeople.ben(), ANALYSTS);

    private static Category category(long id, PrincipalSet allowed, PrincipalSet denied) {
        return new Category(new CategoryId(id), "c" + id, "", true, true, true, allowed, denied, PrincipalSet.EMPTY, 0);
    }

    private final Category trading = category(1, PrincipalSet.EVERYONE, PrincipalSet.ofIds(ANALYSTS));
    private final Category analysis = category(2, PrincipalSet.EVERYONE, PrincipalSet.ofIds(TRADERS));
    private final Category company = category(3, PrincipalSet.EVERYONE, PrincipalSet.EMPTY);

    @Test
    void whoSharesNoCategoryDoesNotFindTheOther() {
        assertThat(SharedScope.of(trader, List.of(trading, analysis)).includes(analyst))
                .isFalse();
        assertThat(SharedScope.of(analyst, List.of(trading, analysis)).includes(trader))
                .isFalse();
    }

    @Test
    void oneCategoryForBothIsEnough() {
        assertThat(SharedScope.of(trader, List.of(trading, analysis, company)).includes(analyst))
                .isTrue();
    }

    @Test
    void everybodyFindsThemselves() {
        assertThat(SharedScope.of(trader, List.of()).includes(trader)).isTrue();
        assertThat(SharedScope.of(trader, List.of()).includes(analyst)).isFalse();
    }

    @Test
    void aGroupIsKnownIfSomebodyOfItMayBeInTheSameScope() {
        assertThat(groupIsKnown(TRADERS, List.of(trading, analysis))).isTrue();
        assertThat(groupIsKnown(ANALYSTS, List.of(trading, analysis))).isFalse();
        assertThat(groupIsKnown(ANALYSTS, List.of(trading, company))).isTrue();
        Category byName = category(4, PrincipalSet.ofIds(trader.person().id().value(), MEMBER), PrincipalSet.EMPTY);
        assertThat(groupIsKnown(ANALYSTS, List.of(byName))).isTrue();
        Category others = category(5, PrincipalSet.ofIds(TRADERS), PrincipalSet.EMPTY);
        assertThat(groupIsKnown(ANALYSTS, List.of(others))).isFalse();
    }

    /** {@link #MEMBER} is an analyst. */
    private boolean groupIsKnown(long group, List<Category> categories) {
        return SharedScope.of(trader, categories)
                .includes(
                        new Principal(group),
                        principal -> principal.value() == MEMBER
                                ? SampleSubjects.memberships(MEMBER, ANALYSTS)
                                : SampleSubjects.memberships(principal.value()));
    }
}
