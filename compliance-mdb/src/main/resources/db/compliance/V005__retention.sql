-- What retention removed. Runs on SQL Server and on H2 in MSSQLServer mode. Rows are inserted and never changed.
-- An act is a record of the archive in a chunk of its own, at act_position; it names the positions of what it removed, and is signed by itself.
CREATE TABLE archive_expiry (
    act_position BIGINT NOT NULL,
    record_id BINARY(16) NOT NULL,
    records INT NOT NULL,
    CONSTRAINT pk_archive_expiry PRIMARY KEY (act_position)
);

-- The sequences that removed records had in their rooms: they are not missing.
CREATE TABLE archive_expired (
    position BIGINT NOT NULL,
    act_position BIGINT NOT NULL,
    room_id VARCHAR(32) NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT pk_archive_expired PRIMARY KEY (position)
);

CREATE INDEX ix_archive_expired_room_sequence ON archive_expired (room_id, sequence);
