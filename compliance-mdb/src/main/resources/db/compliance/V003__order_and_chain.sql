-- The total order of the archive and the proof that nothing of it was changed. Rows of compliance_record, archive_entry and archive_chunk
-- are inserted and never changed; archive_arrival and archive_backlog are work lists, archive_head is what the sealer starts from.
CREATE TABLE archive_head (
    head_id INT NOT NULL,
    archive_id BINARY(16),
    last_chunk BIGINT NOT NULL,
    last_position BIGINT NOT NULL,
    link BINARY(32),
    CONSTRAINT pk_archive_head PRIMARY KEY (head_id)
);

INSERT INTO archive_head (head_id, last_chunk, last_position) VALUES (1, 0, 0);

-- What one transaction of a writer stored and no chunk has yet: identity (16 bytes) and leaf hash (32 bytes) of each record.
CREATE TABLE archive_arrival (
    arrival_id BINARY(16) NOT NULL,
    records INT NOT NULL,
    leaves VARBINARY(MAX) NOT NULL,
    CONSTRAINT pk_archive_arrival PRIMARY KEY (arrival_id)
);

-- Records stored before there was a chain: they are hashed and chained as if they arrived now.
CREATE TABLE archive_backlog (
    record_id BINARY(16) NOT NULL,
    CONSTRAINT pk_archive_backlog PRIMARY KEY (record_id)
);

INSERT INTO archive_backlog (record_id) SELECT record_id FROM compliance_record;

-- Positions are dense from 1. leaf: hash of the record's canonical bytes, made by the writer from what it was sent.
CREATE TABLE archive_entry (
    position BIGINT NOT NULL,
    record_id BINARY(16) NOT NULL,
    leaf BINARY(32) NOT NULL,
    CONSTRAINT pk_archive_entry PRIMARY KEY (position),
    CONSTRAINT ux_archive_entry_record UNIQUE (record_id)
);

-- root: of the Merkle tree over the leaves; previous: link to the chunk before; signature: Ed25519 over hash.
CREATE TABLE archive_chunk (
    chunk_number BIGINT NOT NULL,
    form SMALLINT NOT NULL,
    first_position BIGINT NOT NULL,
    records INT NOT NULL,
    sealed_at DATETIME2(3) NOT NULL,
    root BINARY(32) NOT NULL,
    previous BINARY(32) NOT NULL,
    hash BINARY(32) NOT NULL,
    key_id VARCHAR(64) NOT NULL,
    signature VARBINARY(64) NOT NULL,
    CONSTRAINT pk_archive_chunk PRIMARY KEY (chunk_number)
);

-- Completeness is asked by sequence: which sequences of a room does the archive have?
CREATE INDEX ix_compliance_record_room_sequence ON compliance_record (room_id, sequence);

-- How far each room was compared with the content database. missing: recorded there and not here; negative: the other way round.
CREATE TABLE archive_room (
    room_id VARCHAR(32) NOT NULL,
    compared_through BIGINT NOT NULL,
    unrecorded BIGINT NOT NULL,
    missing BIGINT NOT NULL,
    CONSTRAINT pk_archive_room PRIMARY KEY (room_id)
);

-- One row: which server compares, and what came of the last comparison.
CREATE TABLE archive_comparison (
    comparison_id INT NOT NULL,
    holder VARCHAR(36),
    held_until DATETIME2(3) NOT NULL,
    compared_up_to DATETIME2(3),
    rooms BIGINT NOT NULL,
    CONSTRAINT pk_archive_comparison PRIMARY KEY (comparison_id)
);

INSERT INTO archive_comparison (comparison_id, held_until, rooms) VALUES (1, '2026-01-01T00:00:00', 0);
