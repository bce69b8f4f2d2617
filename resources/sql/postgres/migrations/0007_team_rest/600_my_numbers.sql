-- As one array, so that a policy asks once a query; in one function, because each statement under the policies asks several times.
CREATE OR REPLACE FUNCTION tandem_my_numbers() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    mine bigint[];
BEGIN
    IF tandem_trusted() THEN
        RETURN ARRAY(SELECT n.id FROM numbers n);
    END IF;
    SELECT CASE WHEN a.role = 'admin' THEN ARRAY(SELECT n.id FROM numbers n)
        ELSE ARRAY(SELECT g.number_id FROM agent_numbers g WHERE g.agent_id = a.id
            UNION SELECT t.number_id FROM team_members m JOIN team_numbers t ON t.team_id = m.team_id WHERE m.agent_id = a.id) END
    INTO mine FROM agents a WHERE a.login = CAST(session_user AS text) AND a.disabled_ms IS NULL;
    RETURN coalesce(mine, CAST('{}' AS bigint[]));
END
$$
