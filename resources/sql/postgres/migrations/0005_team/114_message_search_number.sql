ALTER TABLE message_search ADD COLUMN number_id bigint
