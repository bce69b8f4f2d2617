-- NULL: no agent here, or a disabled one. In plpgsql, which keeps its plans: a policy asks with every statement.
CREATE FUNCTION tandem_me() RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN (SELECT a.id FROM agents a WHERE a.login = CAST(session_user AS text) AND a.disabled_ms IS NULL);
END
$$
