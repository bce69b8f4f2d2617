WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
DELETE FROM note_mentions WHERE note_id = :id AND agent_id NOT IN (SELECT r.id FROM r)
