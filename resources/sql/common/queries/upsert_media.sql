INSERT INTO message_media (message_id, number_id, conversation_id, timestamp_ms, state, media_id, url, mime, sha256, filename, voice, animated,
    stored_sha256, size, error, attempts, due_ms)
SELECT CAST(r.value ->> 0 AS BIGINT), CAST(r.value ->> 1 AS BIGINT), CAST(r.value ->> 2 AS BIGINT), CAST(r.value ->> 3 AS BIGINT), r.value ->> 4,
    r.value ->> 5, r.value ->> 6, r.value ->> 7, r.value ->> 8, r.value ->> 9, CAST(r.value ->> 10 AS BIGINT), CAST(r.value ->> 11 AS BIGINT),
    '', 0, '', 0, NULL
FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT (message_id) DO UPDATE
SET conversation_id = excluded.conversation_id, timestamp_ms = excluded.timestamp_ms, url = excluded.url,
    -- The type found in the bytes is worth more than the announced one.
    mime = CASE WHEN excluded.media_id = message_media.media_id AND message_media.state IN ('available', 'purged') THEN message_media.mime ELSE excluded.mime END,
    sha256 = excluded.sha256, filename = excluded.filename, voice = excluded.voice, animated = excluded.animated,
    state = CASE WHEN excluded.media_id = message_media.media_id AND message_media.state IN ('available', 'failed', 'pending', 'purged')
        THEN message_media.state ELSE excluded.state END,
    attempts = CASE WHEN excluded.media_id = message_media.media_id THEN message_media.attempts ELSE 0 END,
    due_ms = CASE WHEN excluded.media_id = message_media.media_id THEN message_media.due_ms ELSE NULL END,
    media_id = excluded.media_id
