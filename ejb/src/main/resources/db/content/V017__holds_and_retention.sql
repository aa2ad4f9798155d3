-- Legal holds, how long what was said is kept, and what needs a second compliance officer. Runs on SQL Server and on H2 in MSSQLServer mode.
-- A hold without rooms is of all rooms, one without people of all people, and so on. It is over when released_at is there.
CREATE TABLE legal_hold (
    hold_id BIGINT NOT NULL,
    name NVARCHAR(256) NOT NULL,
    matter NVARCHAR(256) NOT NULL,
    reason NVARCHAR(1000) NOT NULL,
    words NVARCHAR(1000) NOT NULL,
    match_mode VARCHAR(16) NOT NULL,
    match_case BIT NOT NULL,
    from_at DATETIME2(3),
    until_at DATETIME2(3),
    created_by BIGINT NOT NULL,
    created_at DATETIME2(3) NOT NULL,
    released_by BIGINT,
    released_at DATETIME2(3),
    CONSTRAINT pk_legal_hold PRIMARY KEY (hold_id)
);

-- kind: ROOM, PERSON. name: of the room, or the account, when the hold was set; records of the archive have accounts.
CREATE TABLE legal_hold_subject (
    hold_id BIGINT NOT NULL,
    kind VARCHAR(8) NOT NULL,
    subject_id BIGINT NOT NULL,
    name NVARCHAR(256) NOT NULL,
    CONSTRAINT pk_legal_hold_subject PRIMARY KEY (hold_id, kind, subject_id),
    CONSTRAINT fk_legal_hold_subject_hold FOREIGN KEY (hold_id) REFERENCES legal_hold (hold_id)
);

-- One row, locked by whoever removes texts and by whoever sets a hold: neither overlooks the other. version rises with every hold, release and rule.
CREATE TABLE hold_gate (
    gate_id INT NOT NULL,
    passes BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_hold_gate PRIMARY KEY (gate_id)
);

INSERT INTO hold_gate (gate_id, passes, version) VALUES (1, 0, 0);

-- scope: GLOBAL (id 0), CATEGORY, ROOM. Days: null says nothing, so that the wider scope counts; 0 is for ever.
CREATE TABLE retention_rule (
    scope VARCHAR(16) NOT NULL,
    scope_id BIGINT NOT NULL,
    content_days INT,
    archive_days INT,
    changed_by BIGINT NOT NULL,
    changed_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_retention_rule PRIMARY KEY (scope, scope_id)
);

-- What one officer asked for and another has to confirm. kind: RELEASE of hold_id, or RULE. state: PENDING, CONFIRMED, REFUSED.
CREATE TABLE officer_request (
    request_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    hold_id BIGINT,
    scope VARCHAR(16),
    scope_id BIGINT,
    content_days INT,
    archive_days INT,
    reason NVARCHAR(1000) NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_at DATETIME2(3) NOT NULL,
    state VARCHAR(16) NOT NULL,
    decided_by BIGINT,
    decided_at DATETIME2(3),
    CONSTRAINT pk_officer_request PRIMARY KEY (request_id)
);

CREATE INDEX ix_officer_request_state ON officer_request (state, asked_at);

-- How far retention is in a room: everything up to through_sequence is gone but what was held, of which first_held is the first (0: nothing). settled: the
-- day and the version of the gate of which there is nothing left to do.
CREATE TABLE retention_progress (
    room_id BIGINT NOT NULL,
    through_sequence BIGINT NOT NULL,
    first_held BIGINT NOT NULL,
    settled_before DATETIME2(3),
    settled_version BIGINT NOT NULL,
    CONSTRAINT pk_retention_progress PRIMARY KEY (room_id)
);

-- Which server applies the rules to which store (CONTENT, ARCHIVE), and what came of the last run.
CREATE TABLE retention_run (
    store VARCHAR(16) NOT NULL,
    holder NVARCHAR(255),
    held_until DATETIME2(3) NOT NULL,
    started_at DATETIME2(3),
    finished_at DATETIME2(3),
    removed BIGINT NOT NULL,
    held BIGINT NOT NULL,
    failure NVARCHAR(1000),
    CONSTRAINT pk_retention_run PRIMARY KEY (store)
);

INSERT INTO retention_run (store, held_until, removed, held) VALUES ('CONTENT', '2026-01-01T00:00:00', 0, 0);
INSERT INTO retention_run (store, held_until, removed, held) VALUES ('ARCHIVE', '2026-01-01T00:00:00', 0, 0);
