WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
UPDATE conversations SET state = 'open', snooze_until_ms = NULL
WHERE state IN ('closed', 'snoozed', 'pending') AND id IN (SELECT r.id FROM r)
