SELECT DISTINCT r.value ->> 0
FROM json_each(CAST(:rows AS TEXT)) r
WHERE EXISTS (SELECT 1 FROM message_media d WHERE d.stored_sha256 = r.value ->> 0 AND d.state = 'available')
    OR EXISTS (SELECT 1 FROM outbox o WHERE o.media_sha256 = r.value ->> 0 AND o.media_sha256 <> '' AND o.state IN ('queued', 'in_flight', 'failed', 'unknown'))
