-- Messages of all kinds, and what becomes of them. A row of room_event always holds what users see now: an edit, a deletion, a reaction or
-- a pin is an event of its own that refers to its message (target) and has, in the same transaction, changed the message's row. The versions
-- before are in the compliance archive only. A plain message needs no row and no index entry more than before; the BIT columns share a byte.

-- title: of a story. target: the message that an event is about; of a message, the one that it answers; of a purge, the last one purged.
-- changed_at, changed_by: the last edit. deleted, pinned, reacted (message_reaction has rows), unkept (not kept for users): 1 or null.
ALTER TABLE room_event ADD title NVARCHAR(256);
ALTER TABLE room_event ADD target BIGINT;
ALTER TABLE room_event ADD changed_at DATETIME2(3);
ALTER TABLE room_event ADD changed_by BIGINT;
ALTER TABLE room_event ADD deleted BIT;
ALTER TABLE room_event ADD pinned BIT;
ALTER TABLE room_event ADD reacted BIT;
ALTER TABLE room_event ADD unkept BIT;

-- Who reacted how. emoji: UTF-8, so that no collation takes two for the same.
CREATE TABLE message_reaction (
    room_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    emoji VARBINARY(96) NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT pk_message_reaction PRIMARY KEY (room_id, sequence, emoji, person_id)
);

-- The pinned messages of a room.
CREATE TABLE room_pin (
    room_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT pk_room_pin PRIMARY KEY (room_id, sequence)
);

-- Who is mentioned where, in the order in which people ask: what mentions me, in this room, after my marker.
CREATE TABLE mention (
    person_id BIGINT NOT NULL,
    room_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT pk_mention PRIMARY KEY (person_id, room_id, sequence)
);

-- An edit or a deletion takes the mentions of its message back.
CREATE INDEX ix_mention_message ON mention (room_id, sequence);

-- Messages that are not kept for users, until their text is blanked; in the order in which they are due.
CREATE TABLE unkept_event (
    committed_at DATETIME2(3) NOT NULL,
    room_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT pk_unkept_event PRIMARY KEY (committed_at, room_id, sequence)
);
