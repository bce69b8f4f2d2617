INSERT INTO history_chunks (number_id, phase, chunk_order, progress, messages)
SELECT CAST(r.value ->> 0 AS BIGINT), CAST(r.value ->> 1 AS BIGINT), CAST(r.value ->> 2 AS BIGINT), CAST(r.value ->> 3 AS BIGINT), CAST(r.value ->> 4 AS BIGINT)
FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT (number_id, phase, chunk_order) DO UPDATE
SET progress = CASE WHEN excluded.progress > history_chunks.progress THEN excluded.progress ELSE history_chunks.progress END,
    messages = CASE WHEN excluded.messages > history_chunks.messages THEN excluded.messages ELSE history_chunks.messages END
