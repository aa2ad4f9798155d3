-- Purges and removals of messages by administrators: what was asked for and how far it is, for every server to tell.
CREATE TABLE message_job (
    job_id BIGINT NOT NULL,
    server_id INT NOT NULL,
    started_by BIGINT NOT NULL,
    started_at DATETIME2(3) NOT NULL,
    finished_at DATETIME2(3),
    state VARCHAR(16) NOT NULL,
    scanned BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    CONSTRAINT pk_message_job PRIMARY KEY (job_id)
);
