-- The realm of local accounts (wildfly-config/cli/common.cli) asks by the account as it is written, at each sign-in.
CREATE INDEX ix_person_account ON person (account);
