package org.persistentchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.PersonId;

/** One category. Its scope is access entries, which are not of JPA. */
@Entity
@Table(name = "category")
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
    }
}
