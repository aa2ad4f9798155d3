-- What administrators want of each server (ACTIVE, DRAINING, STANDBY), and where its clients reach it, if it has an address of its own.
ALTER TABLE chat_server ADD duty VARCHAR(16) DEFAULT 'ACTIVE' NOT NULL;
ALTER TABLE chat_server ADD duty_version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE server_heartbeat ADD address NVARCHAR(400) DEFAULT '' NOT NULL;
