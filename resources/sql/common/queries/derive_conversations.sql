WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT x.id, x.forced_unread, x.sort_ms, l.id, l.timestamp_ms, substr(l.text, 1, 400),
    CASE WHEN l.type = 'audio' AND EXISTS (SELECT 1 FROM message_media d WHERE d.message_id = l.id AND d.voice = 1) THEN 'voice' ELSE l.type END,
    l.source, l.direction, l.origin, l.status, l.revoked,
    x.newest_out_ms, x.newest_live_ms,
    (SELECT count(*) FROM messages m WHERE m.conversation_id = x.id AND m.source = 'live' AND m.direction = 'in'
        -- Marked unread from a message on: that one counts again, whatever was read or answered since.
        AND m.timestamp_ms > CASE WHEN x.unread_from_ms <= x.read_ms OR x.unread_from_ms <= x.newest_out_ms THEN x.unread_from_ms - 1
            WHEN x.read_ms > coalesce(x.newest_out_ms, 0) THEN x.read_ms ELSE coalesce(x.newest_out_ms, 0) END),
    x.first_ms, x.has_failed
FROM (
    SELECT c.id, c.forced_unread, c.sort_ms, c.read_ms, c.unread_from_ms,
        (SELECT m.id FROM messages m WHERE m.conversation_id = c.id ORDER BY m.timestamp_ms DESC, m.id DESC LIMIT 1) AS newest_id,
        (SELECT max(m.timestamp_ms) FROM messages m WHERE m.conversation_id = c.id AND m.direction = 'out') AS newest_out_ms,
        (SELECT max(m.timestamp_ms) FROM messages m WHERE m.conversation_id = c.id AND m.source = 'live' AND m.direction = 'in') AS newest_live_ms,
        (SELECT min(m.timestamp_ms) FROM messages m WHERE m.conversation_id = c.id) AS first_ms,
        (SELECT count(*) FROM messages m WHERE m.conversation_id = c.id AND m.source = 'send' AND m.status IN ('failed', 'unknown')
            AND m.failure_seen = 0) AS has_failed
    FROM r
    CROSS JOIN conversations c
    WHERE c.id = r.id
) x
LEFT JOIN messages l ON l.id = x.newest_id
