package org.persistentchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of category_principal or room_principal: how a principal stands to a category or room. */
@Embeddable
class PrincipalRelation {
    static final String ALLOWED = "ALLOWED";
    static final String DENIED = "DENIED";
    static final String CREATOR = "CREATOR";
    static final String MEMBER = "MEMBER";
    static final String MANAGER = "MANAGER";
    static final String PRESENTER = "PRESENTER";

    @Column(name = "relation", nullable = false, columnDefinition = "varchar(16)")
    private String relation;

    @Column(name = "principal_id", nullable = false)
    private long principal;

    @SuppressWarnings("NullAway.Init")
    protected PrincipalRelation() {}

    PrincipalRelation(String relation, Principal principal) {
        this.relation = relation;
        this.principal = principal.value();
    }

    /** Those of {@code rows} that stand in {@code relation}. */
    static Set<Principal> in(Collection<PrincipalRelation> rows, String relation) {
        return rows.stream()
                .filter(row -> row.relation.equals(relation))
                .map(row -> new Principal(row.principal))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A row for each of {@code principals}. */
    static Set<PrincipalRelation> rows(String relation, Collection<Principal> principals) {
        return principals.stream()
                .map(principal -> new PrincipalRelation(relation, principal))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PrincipalRelation that && that.principal == principal && that.relation.equals(relation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(relation, principal);
    }
}
