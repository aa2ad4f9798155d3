-- Whether a person is in a room is asked for each entering and leaving that is indexed; the primary key would read all stays that the person ever had.
CREATE INDEX ix_archive_stay_open ON archive_stay (person, room_id, left_position);
