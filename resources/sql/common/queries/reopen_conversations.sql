UPDATE conversations SET state = 'open'
WHERE state IN ('closed', 'snoozed') AND id IN (SELECT CAST(r.value ->> 0 AS BIGINT) FROM json_each(CAST(:rows AS TEXT)) r)
