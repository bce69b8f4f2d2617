WITH r AS MATERIALIZED (
    SELECT CAST(r.value ->> 0 AS BIGINT) AS entry, CAST(r.value ->> 1 AS tsvector) AS tokens, CAST(r.value ->> 2 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r
)
INSERT INTO message_search (entry, tokens, message_id, number_id)
SELECT r.entry, r.tokens, r.id, m.number_id FROM r JOIN messages m ON m.id = r.id
ON CONFLICT (entry) DO UPDATE SET tokens = excluded.tokens
