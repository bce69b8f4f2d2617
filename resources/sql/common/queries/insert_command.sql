INSERT INTO commands (number_id, kind, target, body, state, attempts, created_ms, error_code, error_text)
VALUES (:number_id, :kind, :target, :body, 'queued', 0, :now_ms, 0, '')
RETURNING id
