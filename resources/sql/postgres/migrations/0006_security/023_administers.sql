CREATE FUNCTION tandem_administers() RETURNS boolean LANGUAGE sql STABLE RETURN coalesce(tandem_my_role() = 'admin', false) OR tandem_is_owner()
