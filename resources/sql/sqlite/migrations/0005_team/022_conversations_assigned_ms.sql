ALTER TABLE conversations ADD COLUMN assigned_ms INTEGER
