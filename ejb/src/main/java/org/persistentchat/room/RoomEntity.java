package org.persistentchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.PersonId;

/** One room. Its lists are access entries, which are not of JPA; what is said in it lies elsewhere. */
@Entity
@Table(name = "room")
class RoomEntity {
    @Id
    @Column(name = "room_id")
    private long id;

    @Column(name = "category_id", nullable = false)
    private long category;

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

    @SuppressWarnings("NullAway.Init")
    protected RoomEntity() {}

    RoomEntity(Room room, PersonId createdBy, Instant now) {
        this.id = room.id().value();
        this.category = room.category().id().value();
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
    }
}
