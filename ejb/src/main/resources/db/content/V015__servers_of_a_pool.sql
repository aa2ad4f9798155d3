-- What the other servers of a pool need when one is lost: who was in which room there, and which of them sends what it had not sent yet.

-- Who is in which room by connections of a server, changed in the transaction that records the join or the part for compliance. Of a server that was
-- lost, another one (or its own next start) removes the rows, and records a part for each in the same transaction: so each part is written once.
CREATE TABLE room_stay (
    server_id INT NOT NULL,
    room_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    stays INT NOT NULL,
    CONSTRAINT pk_room_stay PRIMARY KEY (server_id, room_id, person_id)
);

-- Which server sends the outbox rows of a lost one, and until when it may without saying so again.
CREATE TABLE outbox_takeover (
    server_id INT NOT NULL,
    taken_by INT NOT NULL,
    held_until DATETIME2(3) NOT NULL,
    CONSTRAINT pk_outbox_takeover PRIMARY KEY (server_id)
);
