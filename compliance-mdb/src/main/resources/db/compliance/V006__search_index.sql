-- Where to look for a word, a person, a room... Made from sealed records behind the sealer, never the truth: it may be removed and is made anew.
-- A block is 1,024 positions. Times are those of its earliest and latest record.
CREATE TABLE archive_block (
    block_number BIGINT NOT NULL,
    first_at DATETIME2(3) NOT NULL,
    last_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_archive_block PRIMARY KEY (block_number)
);

-- term: 64 bits of a hash. In the order of terms, so that all blocks of one are read together.
CREATE TABLE archive_term (
    term BIGINT NOT NULL,
    block_number BIGINT NOT NULL,
    CONSTRAINT pk_archive_term PRIMARY KEY (term, block_number)
);

-- When a person, by account and by e-mail address, was in a room, from the records of entering and leaving; made with the blocks. connections: how often
-- they are in it at the same time; at 0 they have left.
CREATE TABLE archive_stay (
    person NVARCHAR(320) NOT NULL,
    entered_position BIGINT NOT NULL,
    room_id VARCHAR(32) NOT NULL,
    left_position BIGINT,
    connections INT NOT NULL,
    CONSTRAINT pk_archive_stay PRIMARY KEY (person, entered_position, room_id)
);

-- Which chunk has a position: asked for each record of a package.
CREATE INDEX ix_archive_chunk_position ON archive_chunk (first_position);
