-- The numbers that this gateway has tokens for, as a JSON list of ids.
ALTER TABLE gateways ADD COLUMN numbers text COLLATE "C" NOT NULL DEFAULT '[]'
