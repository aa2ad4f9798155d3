-- What is unread is exact however far behind somebody is; what belongs to a room is found by room; people of older schemas are found by their words.

-- Messages of full blocks of 512 sequences of a room (block 0: 1 to 512), by author; author 0: all of them. Messages that are deleted or not kept do not count.
-- A block is counted by the transaction that fills it; who deletes of it later takes it off.
CREATE TABLE message_block (
    room_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    block BIGINT NOT NULL,
    messages INT NOT NULL,
    CONSTRAINT pk_message_block PRIMARY KEY (room_id, author_id, block)
);

INSERT INTO message_block (room_id, author_id, block, messages)
SELECT e.room_id, e.author_id, (e.sequence - 1) / 512, COUNT(*)
FROM room_event e
JOIN room_head h ON h.room_id = e.room_id
WHERE e.kind <= 15 AND e.deleted IS NULL AND e.unkept IS NULL AND (e.sequence - 1) / 512 < h.last_sequence / 512
GROUP BY e.room_id, e.author_id, (e.sequence - 1) / 512;

INSERT INTO message_block (room_id, author_id, block, messages)
SELECT room_id, 0, block, SUM(messages)
FROM message_block
GROUP BY room_id, block;

-- Rises when everything that a person has signed in to ends: tokens carry the number of their time.
ALTER TABLE person ADD sign_ins INT DEFAULT 0 NOT NULL;

-- What the purges and removals in message_job that are not finished have to do, and how far they are. A purge has one room, and what was said before until_at goes.
-- rooms, authors: ids, parted by commas; no room: all of them. at_room, at_sequence: the last message looked at; rooms in the order of their ids.
CREATE TABLE message_task (
    job_id BIGINT NOT NULL,
    purge BIT NOT NULL,
    rooms NVARCHAR(MAX) NOT NULL,
    words NVARCHAR(MAX) NOT NULL,
    match_mode VARCHAR(16) NOT NULL,
    match_case BIT NOT NULL,
    authors NVARCHAR(MAX) NOT NULL,
    from_at DATETIME2(3),
    until_at DATETIME2(3),
    replacement NVARCHAR(MAX),
    at_room BIGINT NOT NULL,
    at_sequence BIGINT NOT NULL,
    CONSTRAINT pk_message_task PRIMARY KEY (job_id)
);

-- A deleted room's markers and levels are removed by room; their keys begin with the person.
CREATE INDEX ix_read_marker_room ON read_marker (room_id, person_id);
CREATE INDEX ix_room_follow_room ON room_follow (room_id, person_id);
