-- What is recorded for compliance, and what the archive could not take.
-- Category 0 is everything; its version rises with every change of any row. A category without a row is recorded.
CREATE TABLE compliance_scope (
    category_id BIGINT NOT NULL,
    recorded BIT NOT NULL,
    version INT NOT NULL,
    changed_by BIGINT NOT NULL,
    changed_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_compliance_scope PRIMARY KEY (category_id)
);

INSERT INTO compliance_scope (category_id, recorded, version, changed_by, changed_at)
VALUES (0, 1, 0, 0, '2026-01-01T00:00:00');

-- Whether the installation of a server records, as it was at its last start: a change of it is recorded too.
CREATE TABLE compliance_server (
    server_id INT NOT NULL,
    recorded BIT NOT NULL,
    since DATETIME2(3) NOT NULL,
    CONSTRAINT pk_compliance_server PRIMARY KEY (server_id)
);

-- Events of a room that were not recorded because of the scope: all others the archive must have.
ALTER TABLE room_head ADD unrecorded BIGINT DEFAULT 0 NOT NULL;

-- Records that the archive refused. Nothing removes a row but replaying it.
CREATE TABLE compliance_dead_letter (
    server_id INT NOT NULL,
    batch_id BIGINT NOT NULL,
    created_at DATETIME2(3) NOT NULL,
    refused_at DATETIME2(3) NOT NULL,
    reason NVARCHAR(500) NOT NULL,
    records INT NOT NULL,
    payload VARBINARY(MAX) NOT NULL,
    CONSTRAINT pk_compliance_dead_letter PRIMARY KEY (server_id, batch_id)
);
