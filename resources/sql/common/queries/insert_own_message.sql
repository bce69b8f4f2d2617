INSERT INTO messages (id, number_id, conversation_id, timestamp_ms, direction, origin, source, status, base_status, type, content_rank, revoked,
    failure_seen, text, payload, reply_to, author, outbox_id)
VALUES (:id, :number_id, :conversation_id, :timestamp_ms, 'out', :origin, 'send', 'queued', 'queued', :type, :content_rank, 0,
    0, :text, :payload, :reply_to, :author, :outbox_id)
