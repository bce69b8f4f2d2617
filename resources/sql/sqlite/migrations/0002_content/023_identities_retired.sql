-- When the customer gave this identity up for another one; 0: still theirs as far as we know.
ALTER TABLE identities ADD COLUMN retired_ms INTEGER NOT NULL DEFAULT 0
