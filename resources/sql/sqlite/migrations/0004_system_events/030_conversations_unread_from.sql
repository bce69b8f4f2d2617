-- Marked unread by a person from this message on; NULL: not, or only as a whole.
ALTER TABLE conversations ADD COLUMN unread_from_ms INTEGER
