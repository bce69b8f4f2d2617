UPDATE contacts SET blocked_ms = CASE WHEN :blocked = 1 THEN coalesce(blocked_ms, CAST(:now_ms AS BIGINT)) ELSE NULL END
WHERE id = :id OR id = (SELECT a.merged_into FROM contacts a WHERE a.id = :id)
