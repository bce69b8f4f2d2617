WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS entry FROM json_each(CAST(:rows AS TEXT)) r)
DELETE FROM message_search WHERE entry IN (SELECT r.entry FROM r)
