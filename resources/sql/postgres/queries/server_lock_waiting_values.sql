SELECT pg_advisory_xact_lock(1416590, 1)
