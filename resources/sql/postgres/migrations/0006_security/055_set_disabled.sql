CREATE FUNCTION tandem_set_disabled(agent bigint, disabled boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    who text;
BEGIN
    PERFORM tandem_require_administrator();
    IF disabled THEN
        PERFORM tandem_require_other_administrator(agent);
    END IF;
    UPDATE agents a SET disabled_ms = CASE WHEN disabled THEN coalesce(a.disabled_ms, tandem_clock_ms()) END WHERE a.id = agent RETURNING a.login INTO who;
    IF who IS NULL THEN
        RETURN false;
    END IF;
    IF disabled THEN
        DELETE FROM presence p WHERE p.agent_id = agent;
        DELETE FROM conversation_presence p WHERE p.agent_id = agent;
    END IF;
    PERFORM tandem_accounts.set_login(who, NOT disabled);
    RETURN true;
END
$$
