package org.persistentchat.room;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.PersonId;

/** One room with its lists. What is said in it lies elsewhere. */
@Entity
@Table(name = "room")
class RoomEntity {
    @Id
    @Column(name = "room_id")
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private CategoryEntity category;

    @Column(nullable = false, length = 256)
    private String name;

    @Column(name = "name_folded", nullable = false, length = 256)
    private String nameFolded;

    @Column(nullable = false, length = 256)
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(16)")
    private Privacy privacy;

    @Enumerated(EnumType.STRING)
    @Column(name = "room_type", nullable = false, columnDefinition = "varchar(16)")
    private RoomType type;

    @Column(nullable = false)
    private boolean disabled;

    @Column(name = "created_by", nullable = false)
    private long createdBy;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "changed_by", nullable = false)
    private long changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    @Column(nullable = false)
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "room_principal", joinColumns = @JoinColumn(name = "room_id"))
    @BatchSize(size = 500)
    private Set<PrincipalRelation> principals = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected RoomEntity() {}

    RoomEntity(Room room, CategoryEntity category, PersonId createdBy, Instant now) {
        this.id = room.id().value();
        this.category = category;
        this.name = room.name();
        this.nameFolded = FoldedName.of(room.name());
        this.description = room.description();
        this.privacy = room.privacy();
        this.type = room.type();
        this.disabled = room.disabled();
        this.createdBy = createdBy.value();
        this.createdAt = now;
        this.changedBy = createdBy.value();
        this.changedAt = now;
        principals.addAll(PrincipalRelation.rows(PrincipalRelation.MEMBER, room.members()));
        principals.addAll(PrincipalRelation.rows(PrincipalRelation.MANAGER, room.managers()));
        principals.addAll(PrincipalRelation.rows(PrincipalRelation.PRESENTER, room.presenters()));
    }

    Room toRoom() {
        return new Room(
                new RoomId(id),
                name,
                description,
                category.toCategory(),
                privacy,
                type,
                disabled,
                PrincipalRelation.in(principals, PrincipalRelation.MEMBER),
                PrincipalRelation.in(principals, PrincipalRelation.MANAGER),
                PrincipalRelation.in(principals, PrincipalRelation.PRESENTER));
    }
}
