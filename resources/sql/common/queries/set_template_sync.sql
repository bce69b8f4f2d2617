INSERT INTO template_syncs (waba_id, completed_ms, error_text) VALUES (:waba_id, CAST(:completed_ms AS BIGINT), :error_text)
ON CONFLICT (waba_id) DO UPDATE SET completed_ms = coalesce(excluded.completed_ms, template_syncs.completed_ms), error_text = excluded.error_text
