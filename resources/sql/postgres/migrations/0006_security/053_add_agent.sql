CREATE FUNCTION tandem_add_agent(login text, role text, verifier text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    added bigint;
BEGIN
    PERFORM tandem_require_administrator();
    IF login !~ '^[a-z][a-z0-9_.-]{0,30}$' OR starts_with(login, 'pg_') OR NOT tandem_is_verifier(verifier) THEN
        RAISE EXCEPTION 'not a login or not a verifier' USING ERRCODE = '22023';
    END IF;
    INSERT INTO agents (login, display_name, role, created_ms) VALUES (login, '', role, tandem_clock_ms()) RETURNING id INTO added;
    PERFORM tandem_accounts.make(login, role, verifier);
    RETURN added;
END
$$
