DELETE FROM canned_replies WHERE id = :id AND (owner_id IS NULL OR owner_id = :me)
