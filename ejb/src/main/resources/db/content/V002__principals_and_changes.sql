-- Groups and organisational units beside people, and the numbered changes by which every server keeps its memory current.

-- People, groups and units are principals of one id space; 1 is the group of everyone, which has no row.
-- kind: GROUP, UNIT. source: LOCAL, LDAP. external_id: what the directory that it comes from calls it.
CREATE TABLE principal_group (
    group_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    name NVARCHAR(256) NOT NULL,
    name_folded NVARCHAR(256) NOT NULL,
    description NVARCHAR(256) NOT NULL,
    source VARCHAR(16) NOT NULL,
    external_id NVARCHAR(512),
    created_at DATETIME2(3) NOT NULL,
    changed_at DATETIME2(3) NOT NULL,
    version INT NOT NULL,
    CONSTRAINT pk_principal_group PRIMARY KEY (group_id),
    CONSTRAINT ux_principal_group_name UNIQUE (kind, name_folded)
);

-- member_id is a person, a group or a unit. By member: a member's groups are what is asked for.
CREATE TABLE group_member (
    member_id BIGINT NOT NULL,
    group_id BIGINT NOT NULL,
    CONSTRAINT pk_group_member PRIMARY KEY (member_id, group_id),
    CONSTRAINT fk_group_member_group FOREIGN KEY (group_id) REFERENCES principal_group (group_id)
);

CREATE INDEX ix_group_member_group ON group_member (group_id, member_id);

-- The number of the newest change. Locked by every administrative transaction, last of all, so that numbers are dense and in the order of the commits.
CREATE TABLE change_head (
    head_id INT NOT NULL,
    change_id BIGINT NOT NULL,
    CONSTRAINT pk_change_head PRIMARY KEY (head_id)
);

INSERT INTO change_head (head_id, change_id) VALUES (1, 0);

-- What has changed, for those who keep it in memory. Kept for some days; who has missed more reads everything anew.
CREATE TABLE change_log (
    change_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    subject BIGINT NOT NULL,
    changed_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_change_log PRIMARY KEY (change_id, kind, subject)
);
