SELECT o.id
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN conversations c
CROSS JOIN outbox o
WHERE c.id = CAST(r.value ->> 0 AS BIGINT) AND o.conversation_id = c.id AND o.hold = 'until_reply' AND o.state = 'queued'
    AND c.window_from_ms > coalesce(o.heard_ms, -1) -- both by the platform's clock
ORDER BY o.id
