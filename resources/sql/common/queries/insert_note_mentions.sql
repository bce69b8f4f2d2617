WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
INSERT INTO note_mentions (note_id, agent_id, number_id)
SELECT o.id, r.id, o.number_id FROM r CROSS JOIN notes o WHERE o.id = :id
ON CONFLICT (note_id, agent_id) DO NOTHING
