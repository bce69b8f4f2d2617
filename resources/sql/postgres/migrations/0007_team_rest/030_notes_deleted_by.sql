ALTER TABLE notes ADD COLUMN deleted_by bigint
