INSERT INTO outbox (client_id, number_id, conversation_id, to_phone, to_bsuid, type, text, reply_to, content, priority, state, attempts,
    queued_ms, not_before_ms, error_code, error_text, confirmed_stale, author, hold, media, media_sha256, heard_ms)
VALUES (:client_id, :number_id, :conversation_id, :to_phone, :to_bsuid, :type, :text, :reply_to, :content, :priority, 'queued', 0,
    :queued_ms, :not_before_ms, 0, '', 0, :author, :hold, :media, :media_sha256,
    (SELECT c.window_from_ms FROM conversations c WHERE c.id = :conversation_id))
RETURNING id
