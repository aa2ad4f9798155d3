-- Cases of compliance officers: who works on them, what was searched, and which records of the archive were picked. Here and not in the archive, because
-- a change of a case, its audit entry and its compliance record are one transaction.
CREATE TABLE compliance_case (
    case_id BIGINT NOT NULL,
    name NVARCHAR(256) NOT NULL,
    description NVARCHAR(2000) NOT NULL,
    closed BIT NOT NULL,
    version INT NOT NULL,
    records INT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_compliance_case PRIMARY KEY (case_id)
);

CREATE TABLE compliance_case_member (
    person_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    CONSTRAINT pk_compliance_case_member PRIMARY KEY (person_id, case_id)
);

CREATE INDEX ix_compliance_case_member_case ON compliance_case_member (case_id);

-- rooms and kinds: a line each
CREATE TABLE compliance_case_search (
    case_id BIGINT NOT NULL,
    search_id BIGINT NOT NULL,
    name NVARCHAR(256) NOT NULL,
    person NVARCHAR(320),
    present BIT NOT NULL,
    rooms NVARCHAR(MAX) NOT NULL,
    category NVARCHAR(320),
    kinds NVARCHAR(MAX) NOT NULL,
    from_at DATETIME2(3),
    until_at DATETIME2(3),
    words NVARCHAR(1000) NOT NULL,
    saved_by BIGINT NOT NULL,
    saved_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_compliance_case_search PRIMARY KEY (case_id, search_id)
);

-- position: of the archive, where it stays for ever
CREATE TABLE compliance_case_record (
    case_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    picked_by BIGINT NOT NULL,
    picked_at DATETIME2(3) NOT NULL,
    CONSTRAINT pk_compliance_case_record PRIMARY KEY (case_id, position)
);
