CREATE FUNCTION tandem_my_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    RETURN (SELECT a.role FROM agents a WHERE a.login = tandem_login() AND a.disabled_ms IS NULL)
