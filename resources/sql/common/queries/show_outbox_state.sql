UPDATE messages SET base_status = :status, status = :status, error_code = CAST(:code AS BIGINT), error_title = :title, error_details = :details,
    failure_seen = 0
WHERE outbox_id = :id
RETURNING conversation_id
