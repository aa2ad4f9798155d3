-- What administrators and managers do with rooms: add-ins, invitations, requests to join, and rooms whose content is still to be removed.

-- invitations: INHERIT, OFF.
ALTER TABLE room ADD invitations VARCHAR(16) DEFAULT 'INHERIT' NOT NULL;

-- Whether a category is empty is asked by category.
CREATE INDEX ix_room_category ON room (category_id);

-- Named addresses that administrators registered, to be shown beside rooms.
CREATE TABLE add_in (
    add_in_id BIGINT NOT NULL,
    name NVARCHAR(256) NOT NULL,
    name_folded NVARCHAR(256) NOT NULL,
    url NVARCHAR(2000) NOT NULL,
    version INT NOT NULL,
    CONSTRAINT pk_add_in PRIMARY KEY (add_in_id),
    CONSTRAINT ux_add_in_name UNIQUE (name_folded)
);

-- place: their order in the room, from 0.
CREATE TABLE room_add_in (
    room_id BIGINT NOT NULL,
    place INT NOT NULL,
    add_in_id BIGINT NOT NULL,
    CONSTRAINT pk_room_add_in PRIMARY KEY (room_id, place),
    CONSTRAINT fk_room_add_in_room FOREIGN KEY (room_id) REFERENCES room (room_id),
    CONSTRAINT fk_room_add_in_add_in FOREIGN KEY (add_in_id) REFERENCES add_in (add_in_id)
);

CREATE INDEX ix_room_add_in_add_in ON room_add_in (add_in_id);

-- Who became a member by somebody else's act and has not taken note of it yet. By person: that is how they are read.
CREATE TABLE room_invitation (
    person_id BIGINT NOT NULL,
    room_id BIGINT NOT NULL,
    invited_by BIGINT NOT NULL,
    invited_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_room_invitation PRIMARY KEY (person_id, room_id)
);

CREATE INDEX ix_room_invitation_room ON room_invitation (room_id);

-- Who has asked to join a closed room and has no answer yet.
CREATE TABLE join_request (
    room_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    requested_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_join_request PRIMARY KEY (room_id, person_id),
    CONSTRAINT fk_join_request_room FOREIGN KEY (room_id) REFERENCES room (room_id)
);

CREATE INDEX ix_join_request_person ON join_request (person_id);

-- Rooms that were deleted and whose content is still being removed, some rows at a time.
CREATE TABLE deleted_room (
    room_id BIGINT NOT NULL,
    deleted_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_deleted_room PRIMARY KEY (room_id)
);
