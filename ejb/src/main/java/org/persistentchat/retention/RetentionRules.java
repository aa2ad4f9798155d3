package org.persistentchat.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, and which of them counts where. Pure. */
final class RetentionRules {
    /** No category has this id. */
    static final long NO_CATEGORY = 0;

    private static final int FOR_EVER = 0;

    private final Map<RetentionScope, Days> rules = new HashMap<>();

    RetentionRules(Map<RetentionScope, Days> rules) {
        this.rules.putAll(rules);
    }

    /**
     * What counts somewhere: something is kept for so many days.
     *
     * @param scope of the rule
     */
    record Limit(RetentionScope scope, int days) {}

    Days of(RetentionScope scope) {
        return rules.getOrDefault(scope, Days.NONE);
    }

    /** These with another rule for a scope. */
    RetentionRules with(RetentionScope scope, Days days) {
        RetentionRules other = new RetentionRules(rules);
        other.rules.put(scope, days);
        return other;
    }

    /** The rule for a room of a category; empty if everything there is kept for ever. */
    Optional<Limit> of(Store store, long room, long category) {
        return first(
                store, List.of(RetentionScope.room(room), RetentionScope.category(category), RetentionScope.GLOBAL));
    }

    /**
     * The rule for what belongs to a room that is not there any more, or to none. Of which category it was is not known: nothing goes earlier than it would by any
     * of the rules for categories or for everything.
     */
    Optional<Limit> elsewhere(Store store, long room) {
        Integer own = of(RetentionScope.room(room)).of(store);
        if (own != null) {
            return own == FOR_EVER ? Optional.empty() : Optional.of(new Limit(RetentionScope.room(room), own));
        }
        List<Limit> wide = new ArrayList<>();
        first(store, List.of(RetentionScope.GLOBAL)).ifPresent(wide::add);
        if (wide.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<RetentionScope, Days> rule : rules.entrySet()) {
            Integer days = rule.getValue().of(store);
            if (rule.getKey().kind() == RetentionScope.Kind.CATEGORY && days != null) {
                wide.add(new Limit(rule.getKey(), days == FOR_EVER ? Integer.MAX_VALUE : days));
            }
        }
        Limit longest = wide.stream()
                .reduce((one, other) -> one.days() >= other.days() ? one : other)
                .orElseThrow();
        return longest.days() == Integer.MAX_VALUE ? Optional.empty() : Optional.of(longest);
    }

    private Optional<Limit> first(Store store, List<RetentionScope> scopes) {
        for (RetentionScope scope : scopes) {
            Integer days = of(scope).of(store);
            if (days != null) {
                return days == FOR_EVER ? Optional.empty() : Optional.of(new Limit(scope, days));
            }
        }
        return Optional.empty();
    }

    /** Whether with {@code days} for a scope something there would be removed earlier than now. {@code category} is that of a room, none of one that is gone. */
    boolean isShortenedBy(RetentionScope scope, long category, Days days) {
        RetentionRules after = with(scope, days);
        for (Store store : Store.values()) {
            int now = level(store, scope, category);
            int then = after.level(store, scope, category);
            if (then < now) {
                return true;
            }
        }
        return false;
    }

    private int level(Store store, RetentionScope scope, long category) {
        Optional<Limit> limit;
        if (scope.kind() != RetentionScope.Kind.ROOM) {
            limit = first(store, List.of(scope, RetentionScope.GLOBAL));
        } else if (category == NO_CATEGORY) {
            limit = elsewhere(store, scope.id());
        } else {
            limit = of(store, scope.id(), category);
        }
        return limit.map(Limit::days).orElse(Integer.MAX_VALUE);
    }
}
