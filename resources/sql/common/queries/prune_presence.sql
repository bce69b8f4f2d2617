DELETE FROM presence WHERE agent_id = :me AND seen_ms < :before_ms
