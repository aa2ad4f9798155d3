-- What operations need: who administered what, answers of creations that may be asked for again, configuration that changes while servers run,
-- and a sign of life of every server.

-- One row per administrative act, inserted in the act's own transaction. Nothing updates or deletes here. Clustered by time, because it is read newest
-- first; the id is random, so that servers need no common counter. Actor and subject are kept as they were then.
CREATE TABLE audit_entry (
    recorded_at DATETIME2(3) NOT NULL,
    entry_id BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_account NVARCHAR(255) NOT NULL,
    actor_folded NVARCHAR(255) NOT NULL,
    origin VARCHAR(64) NOT NULL,
    act VARCHAR(64) NOT NULL,
    subject_kind VARCHAR(32) NOT NULL,
    subject_id NVARCHAR(64) NOT NULL,
    subject_name NVARCHAR(320) NOT NULL,
    before_state NVARCHAR(MAX),
    after_state NVARCHAR(MAX),
    CONSTRAINT pk_audit_entry PRIMARY KEY (recorded_at, entry_id)
);

CREATE INDEX ix_audit_entry_actor ON audit_entry (actor_folded, recorded_at, entry_id);
CREATE INDEX ix_audit_entry_act ON audit_entry (act, recorded_at, entry_id);
CREATE INDEX ix_audit_entry_subject ON audit_entry (subject_kind, subject_id, recorded_at, entry_id);
CREATE INDEX ix_audit_entry_subject_name ON audit_entry (subject_kind, subject_name, recorded_at, entry_id);

-- The answer of a creation, by who asked and the key that they chose (its SHA-256). Inserted in the transaction of the creation: a repetition on
-- whichever server violates the key, and finds the answer here until it expires.
CREATE TABLE idempotent_answer (
    person_id BIGINT NOT NULL,
    key_hash CHAR(64) NOT NULL,
    request_hash CHAR(64) NOT NULL,
    status INT NOT NULL,
    headers NVARCHAR(1000) NOT NULL,
    body NVARCHAR(MAX) NOT NULL,
    expires_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_idempotent_answer PRIMARY KEY (person_id, key_hash)
);

CREATE INDEX ix_idempotent_answer_expiry ON idempotent_answer (expires_at);

-- Values that differ from the installation's. version: of the whole table, in the row of the empty name; locked by every change.
CREATE TABLE configuration (
    name VARCHAR(64) NOT NULL,
    setting NVARCHAR(400) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_configuration PRIMARY KEY (name)
);

INSERT INTO configuration (name, setting, version) VALUES ('', '', 1);

-- What a server last said of itself.
CREATE TABLE server_heartbeat (
    server_id INT NOT NULL,
    heard_at DATETIME2(3) NOT NULL,
    started_at DATETIME2(3) NOT NULL,
    state VARCHAR(16) NOT NULL,
    connections INT NOT NULL,
    outbox_batches BIGINT NOT NULL,
    oldest_outbox_at DATETIME2(3),
    CONSTRAINT pk_server_heartbeat PRIMARY KEY (server_id)
);
