-- What an answer is signed with.
CREATE FUNCTION tandem_my_name() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    RETURN (SELECT coalesce(nullif(a.display_name, ''), a.login) FROM agents a WHERE a.id = tandem_me())
