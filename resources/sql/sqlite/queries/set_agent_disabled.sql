UPDATE agents SET disabled_ms = CASE WHEN :disabled = 1 THEN coalesce(disabled_ms, CAST(:now_ms AS BIGINT)) ELSE NULL END WHERE id = :id
