-- The first schema: people, categories, rooms, what is said in them, and what compliance still has to get.
-- Runs on SQL Server and on H2 in MSSQLServer mode. Ids are random 60-bit numbers made by the application: no generated key is a bottleneck,
-- and an id tells nothing about how many things there are. Primary keys are clustered on SQL Server.

-- Every server of the pool has a small number for as long as the database lives.
CREATE TABLE chat_server (
    server_id INT NOT NULL,
    name NVARCHAR(255) NOT NULL,
    first_started DATETIME2(3) NOT NULL,
    CONSTRAINT pk_chat_server PRIMARY KEY (server_id),
    CONSTRAINT ux_chat_server_name UNIQUE (name)
);

-- Keys that sign access tokens, shared by all servers.
CREATE TABLE signing_key (
    key_id INT NOT NULL,
    secret VARBINARY(64) NOT NULL,
    created_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_signing_key PRIMARY KEY (key_id)
);

-- Tokens signed out before their time, kept until they would have expired.
CREATE TABLE revoked_token (
    token_id VARCHAR(36) NOT NULL,
    expires_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_revoked_token PRIMARY KEY (token_id)
);

-- Tickets that opened a socket: a second use violates the key, on whichever server it comes.
CREATE TABLE used_ticket (
    ticket_id VARCHAR(36) NOT NULL,
    expires_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_used_ticket PRIMARY KEY (ticket_id)
);

-- account_folded: compatibility-normalised lower case, so that accounts are unique whatever the collation.
CREATE TABLE person (
    person_id BIGINT NOT NULL,
    account NVARCHAR(255) NOT NULL,
    account_folded NVARCHAR(255) NOT NULL,
    display_name NVARCHAR(256) NOT NULL,
    email NVARCHAR(320),
    internal BIT NOT NULL,
    active BIT NOT NULL,
    password_hash VARCHAR(100),
    created_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (person_id),
    CONSTRAINT ux_person_account UNIQUE (account_folded)
);

CREATE TABLE person_role (
    person_id BIGINT NOT NULL,
    role_name VARCHAR(32) NOT NULL,
    CONSTRAINT pk_person_role PRIMARY KEY (person_id, role_name),
    CONSTRAINT fk_person_role_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);

CREATE TABLE category (
    category_id BIGINT NOT NULL,
    name NVARCHAR(256) NOT NULL,
    name_folded NVARCHAR(256) NOT NULL,
    description NVARCHAR(256) NOT NULL,
    invitations BIT NOT NULL,
    file_upload BIT NOT NULL,
    chat_history BIT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME2(3) NOT NULL,
    version INT NOT NULL,
    CONSTRAINT pk_category PRIMARY KEY (category_id),
    CONSTRAINT ux_category_name UNIQUE (name_folded)
);

-- relation: ALLOWED, DENIED, CREATOR. principal_id is a person or a group; 1 is the group of everyone.
CREATE TABLE category_principal (
    category_id BIGINT NOT NULL,
    relation VARCHAR(16) NOT NULL,
    principal_id BIGINT NOT NULL,
    CONSTRAINT pk_category_principal PRIMARY KEY (category_id, relation, principal_id),
    CONSTRAINT fk_category_principal_category FOREIGN KEY (category_id) REFERENCES category (category_id)
);

CREATE TABLE room (
    room_id BIGINT NOT NULL,
    category_id BIGINT NOT NULL,
    name NVARCHAR(256) NOT NULL,
    name_folded NVARCHAR(256) NOT NULL,
    description NVARCHAR(256) NOT NULL,
    privacy VARCHAR(16) NOT NULL,
    room_type VARCHAR(16) NOT NULL,
    disabled BIT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME2(3) NOT NULL,
    changed_by BIGINT NOT NULL,
    changed_at DATETIME2(3) NOT NULL,
    version INT NOT NULL,
    CONSTRAINT pk_room PRIMARY KEY (room_id),
    CONSTRAINT ux_room_name UNIQUE (name_folded),
    CONSTRAINT fk_room_category FOREIGN KEY (category_id) REFERENCES category (category_id)
);

-- relation: MEMBER, MANAGER, PRESENTER.
CREATE TABLE room_principal (
    room_id BIGINT NOT NULL,
    relation VARCHAR(16) NOT NULL,
    principal_id BIGINT NOT NULL,
    CONSTRAINT pk_room_principal PRIMARY KEY (room_id, relation, principal_id),
    CONSTRAINT fk_room_principal_room FOREIGN KEY (room_id) REFERENCES room (room_id)
);

-- The newest sequence of a room. A row of its own, because it is locked and changed with every transaction that posts to the room.
CREATE TABLE room_head (
    room_id BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    CONSTRAINT pk_room_head PRIMARY KEY (room_id)
);

-- What was said, in the order of each room. client_key: the first 16 bytes of the SHA-256 of the client's key.
CREATE TABLE room_event (
    room_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    kind TINYINT NOT NULL,
    author_id BIGINT NOT NULL,
    committed_at DATETIME2(3) NOT NULL,
    client_key BINARY(16) NOT NULL,
    body NVARCHAR(MAX) NOT NULL,
    CONSTRAINT pk_room_event PRIMARY KEY (room_id, sequence)
);

-- A post that is sent again finds the first.
CREATE UNIQUE INDEX ux_room_event_client_key ON room_event (room_id, author_id, client_key);

CREATE TABLE read_marker (
    person_id BIGINT NOT NULL,
    room_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT pk_read_marker PRIMARY KEY (person_id, room_id)
);

-- One row per journal transaction: the compliance records of all that it committed. Removed when the archive has them.
CREATE TABLE compliance_outbox (
    server_id INT NOT NULL,
    batch_id BIGINT NOT NULL,
    created_at DATETIME2(3) NOT NULL,
    records INT NOT NULL,
    payload VARBINARY(MAX) NOT NULL,
    CONSTRAINT pk_compliance_outbox PRIMARY KEY (server_id, batch_id)
);
