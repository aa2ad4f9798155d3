-- What becomes of messages: which one was edited, deleted or answered, the title of a story, and the text before a change.
ALTER TABLE compliance_record ADD target BIGINT;
ALTER TABLE compliance_record ADD title NVARCHAR(256);
ALTER TABLE compliance_record ADD previous NVARCHAR(MAX);
