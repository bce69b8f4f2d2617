UPDATE messages SET home_contact_id = CAST(r.value ->> 1 AS BIGINT)
FROM json_each(CAST(:rows AS TEXT)) r
WHERE messages.id = CAST(r.value ->> 0 AS BIGINT)
