SELECT coalesce(sum(CASE WHEN tablename = 'schema_versions' THEN 1 ELSE 0 END), 0), count(*) FROM pg_tables WHERE schemaname = current_schema()
