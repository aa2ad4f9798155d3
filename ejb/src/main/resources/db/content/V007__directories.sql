-- Where people come from and whether they may chat, words by which they are found, and what is known of an outer directory.

-- source: LOCAL, LDAP. chat: INHERIT, ON, OFF.
ALTER TABLE person ADD source VARCHAR(16) DEFAULT 'LOCAL' NOT NULL;
ALTER TABLE person ADD chat VARCHAR(16) DEFAULT 'INHERIT' NOT NULL;
ALTER TABLE person ADD version INT DEFAULT 0 NOT NULL;

-- The account and the words of the name, folded, as UTF-8: bytes are ordered and compared the same on every database, whatever the collation.
CREATE TABLE person_word (
    word VARBINARY(120) NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT pk_person_word PRIMARY KEY (word, person_id),
    CONSTRAINT fk_person_word_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);

CREATE INDEX ix_person_word_person ON person_word (person_id);

-- Row 1 is locked by whoever lets groups contain groups, deletes groups or takes the role of an administrator away: one after the other, they cannot
-- together make what each of them checked against.
CREATE TABLE principal_guard (
    guard_id INT NOT NULL,
    passed BIGINT NOT NULL,
    CONSTRAINT pk_principal_guard PRIMARY KEY (guard_id)
);

INSERT INTO principal_guard (guard_id, passed) VALUES (1, 0);

-- What was taken over from an outer directory; digests are the first half of a SHA-256. entry_key: digest of what identifies the entry there for ever. name_key: digest of its normalised
-- distinguished name, by which members are named there. fingerprint: digest of what was taken over. gone: not in the directory any more.
CREATE TABLE directory_entry (
    entry_key BINARY(16) NOT NULL,
    principal_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    name_key BINARY(16) NOT NULL,
    fingerprint BINARY(16) NOT NULL,
    gone BIT NOT NULL,
    CONSTRAINT pk_directory_entry PRIMARY KEY (entry_key),
    CONSTRAINT ux_directory_entry_principal UNIQUE (principal_id)
);

-- One row for the outer directory: which server reads it until when, how far it was read, and how that went.
CREATE TABLE directory_run (
    directory VARCHAR(16) NOT NULL,
    holder INT NOT NULL,
    held_until DATETIME2(3) NOT NULL,
    mark NVARCHAR(400),
    whole_at DATETIME2(3),
    started_at DATETIME2(3),
    ended_at DATETIME2(3),
    whole BIT NOT NULL,
    outcome VARCHAR(16) NOT NULL,
    failure NVARCHAR(1000),
    counts NVARCHAR(1000) NOT NULL,
    CONSTRAINT pk_directory_run PRIMARY KEY (directory)
);
