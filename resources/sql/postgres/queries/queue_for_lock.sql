SELECT pg_advisory_xact_lock(1416588, CAST(CAST(:id AS bigint) % 2147483647 AS integer))
