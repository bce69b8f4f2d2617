SELECT CASE WHEN owner_id IS NULL THEN 0 ELSE 1 END FROM canned_replies WHERE id = :id AND (owner_id IS NULL OR owner_id = :me)
