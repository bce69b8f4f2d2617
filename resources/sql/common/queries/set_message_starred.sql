UPDATE messages SET starred_ms = CASE WHEN :starred = 1 THEN coalesce(starred_ms, CAST(:now_ms AS BIGINT)) ELSE NULL END WHERE id = :id
