package org.persistentchat.room;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.PersonId;

/** One category with its scope. */
@Entity
@Table(name = "category")
@BatchSize(size = 500)
class CategoryEntity {
    @Id
    @Column(name = "category_id")
    private long id;

    @Column(nullable = false, length = 256)
    private String name;

    @Column(name = "name_folded", nullable = false, length = 256)
    private String nameFolded;

    @Column(nullable = false, length = 256)
    private String description;

    @Column(nullable = false)
    private boolean invitations;

    @Column(name = "file_upload", nullable = false)
    private boolean fileUpload;

    @Column(name = "chat_history", nullable = false)
    private boolean chatHistory;

    @Column(name = "created_by", nullable = false)
    private long createdBy;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    @Column(nullable = false)
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "category_principal", joinColumns = @JoinColumn(name = "category_id"))
    @BatchSize(size = 500)
    private Set<PrincipalRelation> principals = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected CategoryEntity() {}

    CategoryEntity(Category category, PersonId createdBy, Instant now) {
        this.id = category.id().value();
        this.name = category.name();
        this.nameFolded = FoldedName.of(category.name());
        this.description = category.description();
        this.invitations = category.invitations();
        this.fileUpload = category.fileUpload();
        this.chatHistory = category.chatHistory();
        this.createdBy = createdBy.value();
        this.createdAt = now;
        add(PrincipalRelation.ALLOWED, category.allowed());
        add(PrincipalRelation.DENIED, category.denied());
        add(PrincipalRelation.CREATOR, category.creators());
    }

    private void add(String relation, Collection<Principal> added) {
        principals.addAll(PrincipalRelation.rows(relation, added));
    }

    Category toCategory() {
        return new Category(
                new CategoryId(id),
                name,
                description,
                invitations,
                fileUpload,
                chatHistory,
                PrincipalRelation.in(principals, PrincipalRelation.ALLOWED),
                PrincipalRelation.in(principals, PrincipalRelation.DENIED),
                PrincipalRelation.in(principals, PrincipalRelation.CREATOR));
    }
}
