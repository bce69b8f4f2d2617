UPDATE contacts SET blocked_ms = (SELECT min(k.blocked_ms) FROM contacts k WHERE k.id = :keep OR k.id = :lose) WHERE id = :keep
