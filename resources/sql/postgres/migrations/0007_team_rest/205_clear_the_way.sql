-- Ends agents' sessions that keep others waiting, whatever lock it is, and says whose. Called by gateways every few seconds.
-- A workspace without roles (a test's own) has nobody to end.
CREATE FUNCTION tandem_clear_the_way(patience_ms bigint) RETURNS SETOF bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    ended record;
BEGIN
    IF to_regprocedure('tandem_accounts.end_blockers(bigint)') IS NULL THEN
        RETURN;
    END IF;
    FOR ended IN EXECUTE 'SELECT a.id FROM tandem_accounts.end_blockers($1) AS b (login) JOIN agents a ON a.login = b.login' USING greatest(patience_ms, 1000) LOOP
        PERFORM tandem_audit('agent.ended', 'agent', CAST(ended.id AS text), NULL, NULL, '{}');
        RETURN NEXT ended.id;
    END LOOP;
END
$$
