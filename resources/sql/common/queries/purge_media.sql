UPDATE message_media SET state = 'purged'
WHERE message_id IN (
    SELECT d.message_id FROM message_media d
    JOIN messages m ON m.id = d.message_id
    WHERE d.number_id = :number_id AND d.state = 'available' AND d.timestamp_ms < :before_ms
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = m.outbox_id AND o.state IN ('queued', 'in_flight', 'failed', 'unknown'))
    LIMIT :count
)
RETURNING conversation_id, stored_sha256, size
