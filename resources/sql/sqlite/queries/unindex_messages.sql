INSERT INTO message_search (message_search, rowid, tokens)
SELECT 'delete', CAST(r.value ->> 0 AS BIGINT), r.value ->> 1 FROM json_each(CAST(:rows AS TEXT)) r
