INSERT INTO messages (id, number_id, conversation_id, timestamp_ms, direction, origin, source, status, base_status, type, content_rank, revoked,
    failure_seen, wamid, text, payload, reply_to)
SELECT CAST(r.value ->> 0 AS BIGINT), CAST(:number_id AS BIGINT), CAST(r.value ->> 1 AS BIGINT), CAST(r.value ->> 2 AS BIGINT),
    CAST(:direction AS TEXT), CAST(:origin AS TEXT), CAST(:source AS TEXT), CAST(:status AS TEXT), CAST(:base_status AS TEXT),
    CAST(:type AS TEXT), CAST(:content_rank AS BIGINT), CAST(:revoked AS BIGINT), 0,
    r.value ->> 3, r.value ->> 4, r.value ->> 5, r.value ->> 6
FROM json_each(CAST(:rows AS TEXT)) r
