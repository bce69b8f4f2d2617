-- NULL: no agent here, or a disabled one.
CREATE FUNCTION tandem_me() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    RETURN (SELECT a.id FROM agents a WHERE a.login = tandem_login() AND a.disabled_ms IS NULL)
