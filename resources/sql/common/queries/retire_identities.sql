UPDATE identities SET retired_ms = CAST(r.value ->> 3 AS BIGINT)
FROM json_each(CAST(:rows AS TEXT)) r
WHERE identities.number_id = CAST(r.value ->> 0 AS BIGINT) AND identities.kind = r.value ->> 1 AND identities.value = r.value ->> 2
    AND identities.retired_ms < CAST(r.value ->> 3 AS BIGINT)
