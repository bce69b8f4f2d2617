DELETE FROM message_media
WHERE message_id IN (SELECT CAST(r.value ->> 0 AS BIGINT) FROM json_each(CAST(:rows AS TEXT)) r)
