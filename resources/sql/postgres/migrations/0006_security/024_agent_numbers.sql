-- Administrators see every number, others those granted to them or to a team of theirs; who is disabled sees none.
CREATE FUNCTION tandem_numbers_of(agent bigint) RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT CASE WHEN a.role = 'admin' THEN ARRAY(SELECT n.id FROM numbers n)
            ELSE ARRAY(SELECT g.number_id FROM agent_numbers g WHERE g.agent_id = a.id
                UNION SELECT t.number_id FROM team_members m JOIN team_numbers t ON t.team_id = m.team_id WHERE m.agent_id = a.id) END
        FROM agents a WHERE a.id = agent AND a.disabled_ms IS NULL);
END
$$
