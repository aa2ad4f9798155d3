package org.persistentchat.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.persistentchat.id.FoldedName;

/** One person. */
@Entity
@Table(name = "person")
class PersonEntity {
    @Id
    @Column(name = "person_id")
    private long id;

    @Column(nullable = false, length = 255)
    private String account;

    @Column(name = "account_folded", nullable = false, length = 255)
    private String accountFolded;

    @Column(name = "display_name", nullable = false, length = 256)
    private String name;

    @Column(length = 320)
    private @Nullable String email;

    @Column(nullable = false)
    private boolean internal;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "password_hash", length = 100, columnDefinition = "varchar(100)")
    private @Nullable String passwordHash;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(nullable = false, columnDefinition = "varchar(16)")
    @Enumerated(EnumType.STRING)
    private Source source;

    @Column(nullable = false, columnDefinition = "varchar(16)")
    @Enumerated(EnumType.STRING)
    private ChatSwitch chat;

    @Column(name = "sign_ins", nullable = false)
    private int signIns;

    @Version
    @Column(nullable = false)
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role_name", nullable = false, columnDefinition = "varchar(32)")
    @Enumerated(EnumType.STRING)
    @BatchSize(size = 500)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @SuppressWarnings("NullAway.Init")
    protected PersonEntity() {}

    PersonEntity(PersonId id, NewPerson person, @Nullable String passwordHash, Instant now) {
        this.id = id.value();
        this.account = person.account();
        this.accountFolded = FoldedName.of(person.account());
        this.name = person.name();
        this.email = person.email();
        this.internal = true;
        this.active = true;
        this.passwordHash = passwordHash;
        this.createdAt = now;
        this.source = Source.LOCAL;
        this.chat = ChatSwitch.INHERIT;
        this.roles.addAll(person.roles());
    }

    Person toPerson() {
        return new Person(new PersonId(id), account, name, email, internal, active, Set.copyOf(roles), chat, signIns);
    }

    PersonDetails toDetails() {
        return new PersonDetails(toPerson(), source, createdAt, version);
    }

    /** Becomes as {@code wanted} says; the password has been checked and hashed. */
    void change(PersonChange wanted, @Nullable String newPasswordHash) {
        name = wanted.name() == null ? name : wanted.name();
        email = wanted.withEmail() ? wanted.email() : email;
        internal = wanted.internal() == null ? internal : wanted.internal();
        if (newPasswordHash != null || (active && Boolean.FALSE.equals(wanted.active()))) {
            signIns++;
        }
        active = wanted.active() == null ? active : wanted.active();
        chat = wanted.chat() == null ? chat : wanted.chat();
        passwordHash = newPasswordHash == null ? passwordHash : newPasswordHash;
        if (wanted.roles() != null && !wanted.roles().equals(roles)) {
            roles.clear();
            roles.addAll(wanted.roles());
        }
    }
}
