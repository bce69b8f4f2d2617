SELECT 1 FROM canned_replies WHERE shortcut = :shortcut AND id <> :id AND coalesce(owner_id, 0) = CASE WHEN :personal = 1 THEN CAST(:me AS BIGINT) ELSE 0 END
