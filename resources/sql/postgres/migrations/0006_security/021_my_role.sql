CREATE FUNCTION tandem_my_role() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN (SELECT a.role FROM agents a WHERE a.login = CAST(session_user AS text) AND a.disabled_ms IS NULL);
END
$$
