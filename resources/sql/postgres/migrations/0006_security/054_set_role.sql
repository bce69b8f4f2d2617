CREATE FUNCTION tandem_set_role(agent bigint, new_role text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    who text;
BEGIN
    PERFORM tandem_require_administrator();
    IF new_role <> 'admin' THEN
        PERFORM tandem_require_other_administrator(agent);
    END IF;
    UPDATE agents a SET role = new_role WHERE a.id = agent RETURNING a.login INTO who;
    IF who IS NULL THEN
        RETURN false;
    END IF;
    PERFORM tandem_accounts.set_role(who, new_role);
    RETURN true;
END
$$
