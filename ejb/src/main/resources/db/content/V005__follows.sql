-- Which rooms people follow, and of what in them they want to be told while they are not there. A room without a row has the level that
-- the person's membership gives.

-- follow_level: ALL, MENTIONS, NONE. By person: all of a person's are read when they connect.
CREATE TABLE room_follow (
    person_id BIGINT NOT NULL,
    room_id BIGINT NOT NULL,
    follow_level VARCHAR(16) NOT NULL,
    CONSTRAINT pk_room_follow PRIMARY KEY (person_id, room_id)
);
