-- Who is disabled is thrown out at once. Some hosted servers don't hand this right on; then the policies alone keep them from seeing anything.
DO $$
BEGIN
    EXECUTE format('GRANT pg_signal_backend TO %I', CAST(current_database() AS text) || '_keeper');
EXCEPTION WHEN insufficient_privilege THEN
    NULL;
END
$$
