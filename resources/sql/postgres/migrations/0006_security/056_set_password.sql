CREATE FUNCTION tandem_set_password(agent bigint, verifier text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    who text;
BEGIN
    IF agent IS DISTINCT FROM tandem_me() THEN
        PERFORM tandem_require_administrator();
    END IF;
    IF NOT tandem_is_verifier(verifier) THEN
        RAISE EXCEPTION 'not a verifier' USING ERRCODE = '22023';
    END IF;
    SELECT a.login INTO who FROM agents a WHERE a.id = agent;
    IF who IS NULL THEN
        RETURN false;
    END IF;
    PERFORM tandem_accounts.set_password(who, verifier);
    PERFORM tandem_audit('agent.password', 'agent', CAST(agent AS text), NULL, NULL, '{}');
    RETURN true;
END
$$
