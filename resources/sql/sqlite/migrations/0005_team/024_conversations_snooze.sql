ALTER TABLE conversations ADD COLUMN snooze_until_ms INTEGER
