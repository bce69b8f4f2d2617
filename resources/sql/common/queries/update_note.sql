UPDATE notes SET text = :text, edited_ms = CASE WHEN deleted_ms IS NULL THEN CAST(:now_ms AS BIGINT) ELSE edited_ms END, deleted_ms = NULL, deleted_by = NULL WHERE id = :id
