package org.persistentchat.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One row of the archive. Never changed; written by JDBC, mapped here for reading and for the check at start. */
@Entity
@Table(name = "compliance_record")
@SuppressWarnings({"NullAway.Init", "unused"}) // filled by the persistence provider
class ArchivedRecord {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "record_id", length = 16)
    UUID recordId;

    @Column(name = "kind", length = 32, nullable = false)
    String kind;

    @Column(name = "recorded_at", nullable = false)
    LocalDateTime recordedAt;

    @Column(name = "room_id", length = 32, nullable = false)
    String roomId;

    @Nationalized
    @Column(name = "room_name", length = 256, nullable = false)
    String roomName;

    @Nationalized
    @Column(name = "category_name", length = 256, nullable = false)
    String categoryName;

    @Column(name = "sequence", nullable = false)
    long sequence;

    @Nationalized
    @Column(name = "account", nullable = false)
    String account;

    @Nationalized
    @Column(name = "display_name", length = 256, nullable = false)
    String displayName;

    @Nationalized
    @Column(name = "email", length = 320)
    @Nullable String email;

    @Column(name = "internal", nullable = false)
    boolean internal;

    @Nationalized
    @Column(name = "server", nullable = false)
    String server;

    @Nationalized
    @Column(name = "content", length = Length.LONG)
    @Nullable String content;

    @Column(name = "target")
    @Nullable Long target;

    @Nationalized
    @Column(name = "title", length = 256)
    @Nullable String title;

    @Nationalized
    @Column(name = "previous", length = Length.LONG)
    @Nullable String previous;
}
