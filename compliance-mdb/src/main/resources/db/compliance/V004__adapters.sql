-- How far each adapter has come, and which server runs it. Runs on SQL Server and on H2 in MSSQLServer mode.
-- Of the archive everything up to position is in finished files. While planned_to is there, a slice up to it is being made; when written is the lease
-- under which all its files were written and synced, they only need their names.
CREATE TABLE compliance_adapter (
    name VARCHAR(64) NOT NULL,
    position BIGINT NOT NULL,
    planned_to BIGINT,
    planned_name VARCHAR(100),
    written BIGINT,
    lease BIGINT NOT NULL,
    lease_owner NVARCHAR(255),
    lease_beat BIGINT NOT NULL,
    wanted BIT NOT NULL,
    started_at DATETIME2(3),
    ended_at DATETIME2(3),
    slices BIGINT NOT NULL,
    failed_at DATETIME2(3),
    failure NVARCHAR(1000),
    CONSTRAINT pk_compliance_adapter PRIMARY KEY (name)
);
