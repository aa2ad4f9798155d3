-- The archive of what was said and done, each fact once. Runs on SQL Server and on H2 in MSSQLServer mode.
-- record_id is a time-ordered UUID: SQL Server clusters by the primary key, so rows are appended and no page is split.
-- Times are UTC. Names are those of the time of the event: no other table is needed to read a row.
CREATE TABLE compliance_record (
    record_id BINARY(16) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    recorded_at DATETIME2(3) NOT NULL,
    room_id VARCHAR(32) NOT NULL,
    room_name NVARCHAR(256) NOT NULL,
    category_name NVARCHAR(256) NOT NULL,
    sequence BIGINT NOT NULL,
    account NVARCHAR(255) NOT NULL,
    display_name NVARCHAR(256) NOT NULL,
    email NVARCHAR(320),
    internal BIT NOT NULL,
    server NVARCHAR(255) NOT NULL,
    content NVARCHAR(MAX),
    CONSTRAINT pk_compliance_record PRIMARY KEY (record_id)
);

-- The one question an archive is asked: what happened in this room at that time.
CREATE INDEX ix_compliance_record_room_time ON compliance_record (room_id, recorded_at);
