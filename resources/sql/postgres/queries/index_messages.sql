INSERT INTO message_search (entry, tokens, message_id)
SELECT CAST(r.value ->> 0 AS BIGINT), to_tsvector('simple', r.value ->> 1), CAST(r.value ->> 2 AS BIGINT) FROM json_each(CAST(:rows AS TEXT)) r
