-- Agents' sessions that others have waited for longer than that, and that don't wait themselves. Where the right to end sessions wasn't handed
-- on, nobody is ended. Who came back in the moment in which they were disabled is thrown out here too.
CREATE OR REPLACE FUNCTION tandem_accounts.end_blockers(patience_ms bigint) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    b record;
BEGIN
    FOR b IN SELECT h.pid, r.rolname AS login FROM pg_stat_activity h JOIN pg_roles r ON r.oid = h.usesysid WHERE h.datname = current_database() AND NOT r.rolcanlogin LOOP
        BEGIN
            PERFORM pg_terminate_backend(b.pid) WHERE tandem_accounts.is_ours(b.login);
        EXCEPTION WHEN insufficient_privilege THEN
            NULL;
        END;
    END LOOP;
    FOR b IN SELECT DISTINCT h.pid, CAST(h.usename AS text) AS login
        FROM (SELECT DISTINCT l.pid FROM pg_locks l WHERE NOT l.granted AND l.waitstart < clock_timestamp() - patience_ms * interval '1 millisecond') w
        JOIN pg_stat_activity s ON s.pid = w.pid AND s.datname = current_database()
        CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS p (pid)
        JOIN pg_stat_activity h ON h.pid = p.pid
        WHERE NOT EXISTS (SELECT 1 FROM pg_locks q WHERE q.pid = p.pid AND NOT q.granted) LOOP
        BEGIN
            IF tandem_accounts.is_ours(b.login) AND pg_terminate_backend(b.pid) THEN
                RETURN NEXT b.login;
            END IF;
        EXCEPTION WHEN insufficient_privilege THEN
            NULL;
        END;
    END LOOP;
END
$$
