WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
SELECT x.conversation_id, x.label_id FROM r CROSS JOIN conversation_labels x WHERE x.conversation_id = r.id
