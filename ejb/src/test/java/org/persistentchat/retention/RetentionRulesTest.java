package org.persistentchat.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The narrowest rule counts, and what removes more is known as such. */
class RetentionRulesTest {
    private static final RetentionScope CATEGORY = RetentionScope.category(7);
    private static final RetentionScope ROOM = RetentionScope.room(11);

    private static RetentionRules rules(Map<RetentionScope, Days> rules) {
        return new RetentionRules(rules);
    }

    private static Days both(int days) {
        return new Days(days, days);
    }

    private static int days(RetentionRules rules, Store store, long room, long category) {
        return rules.of(store, room, category).map(RetentionRules.Limit::days).orElse(0);
    }

    @Test
    void theNarrowestThatSaysSomethingCountsForEachStore() {
        RetentionRules rules = rules(Map.of(
                RetentionScope.GLOBAL, new Days(365, 3_650), CATEGORY, new Days(30, null), ROOM, new Days(null, 0)));
        assertThat(days(rules, Store.CONTENT, 11, 7)).isEqualTo(30);
        assertThat(days(rules, Store.ARCHIVE, 11, 7)).isZero();
        assertThat(days(rules, Store.CONTENT, 12, 7)).isEqualTo(30);
        assertThat(days(rules, Store.ARCHIVE, 12, 7)).isEqualTo(3_650);
        assertThat(days(rules, Store.CONTENT, 12, 8)).isEqualTo(365);
        assertThat(days(rules(Map.of()), Store.CONTENT, 12, 8)).isZero();
    }

    @Test
    void whatBelongsToNoRoomAnyMoreIsKeptAsLongAsAnyRuleSays() {
        RetentionRules rules = rules(Map.of(RetentionScope.GLOBAL, both(30), CATEGORY, both(90), ROOM, both(5)));
        assertThat(rules.elsewhere(Store.ARCHIVE, 12).map(RetentionRules.Limit::days))
                .contains(90);
        assertThat(rules.elsewhere(Store.ARCHIVE, 11).map(RetentionRules.Limit::days))
                .contains(5);
        assertThat(rules.with(CATEGORY, both(0)).elsewhere(Store.ARCHIVE, 12)).isEmpty();
        assertThat(rules.with(RetentionScope.GLOBAL, Days.NONE).elsewhere(Store.ARCHIVE, 12))
                .isEmpty();
        assertThat(rules.with(ROOM, both(0)).elsewhere(Store.ARCHIVE, 11)).isEmpty();
    }

    @Test
    void aRuleThatIsNewOrLowerShortens() {
        RetentionRules none = rules(Map.of());
        assertThat(none.isShortenedBy(RetentionScope.GLOBAL, 0, both(36_525))).isTrue();
        assertThat(none.isShortenedBy(RetentionScope.GLOBAL, 0, both(0))).isFalse();
        RetentionRules some = rules(Map.of(RetentionScope.GLOBAL, both(30), ROOM, both(90)));
        assertThat(some.isShortenedBy(RetentionScope.GLOBAL, 0, both(29))).isTrue();
        assertThat(some.isShortenedBy(RetentionScope.GLOBAL, 0, new Days(31, 29)))
                .isTrue();
        assertThat(some.isShortenedBy(RetentionScope.GLOBAL, 0, both(31))).isFalse();
        assertThat(some.isShortenedBy(RetentionScope.GLOBAL, 0, Days.NONE)).isFalse();
        assertThat(some.isShortenedBy(CATEGORY, 0, both(60))).isFalse();
        assertThat(some.isShortenedBy(CATEGORY, 0, both(20))).isTrue();
    }

    @Test
    void withoutItsRuleARoomMayBeKeptForAShorterTime() {
        RetentionRules some = rules(Map.of(RetentionScope.GLOBAL, both(90), CATEGORY, both(30), ROOM, both(60)));
        assertThat(some.isShortenedBy(ROOM, 7, Days.NONE)).isTrue();
        assertThat(some.isShortenedBy(ROOM, 8, Days.NONE)).isFalse();
    }

    @Test
    void whatIsOfARoomThatIsGoneIsShortenedBelowTheLongestRuleThatMayHaveBeenItsOwn() {
        RetentionRules some =
                rules(Map.of(RetentionScope.GLOBAL, both(30), CATEGORY, both(90), ROOM, new Days(5, null)));
        assertThat(some.isShortenedBy(ROOM, 0, new Days(5, 60))).isTrue();
        assertThat(some.isShortenedBy(ROOM, 0, new Days(5, 90))).isFalse();
        assertThat(some.isShortenedBy(ROOM, 0, Days.NONE)).isFalse();
        assertThat(some.isShortenedBy(ROOM, 8, new Days(5, 60))).isFalse();
    }

    @Test
    void aDayIsThereTheWholeNextDay() {
        RetentionRules.Limit oneDay = new RetentionRules.Limit(RetentionScope.GLOBAL, 1);
        assertThat(Cutoff.of(oneDay, Instant.parse("2026-11-26T23:59:59Z")))
                .isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        RetentionRules.Limit century = new RetentionRules.Limit(RetentionScope.GLOBAL, Days.MOST);
        assertThat(Cutoff.of(century, Instant.parse("2026-11-26T00:00:00Z")))
                .isEqualTo(Instant.parse("1926-11-26T00:00:00Z"));
    }
}
