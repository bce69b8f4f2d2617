-- An agent's role is named by its login. Bodies written with RETURN are bound when they are created, so a search_path set later changes nothing.
CREATE FUNCTION tandem_login() RETURNS text LANGUAGE sql STABLE RETURN CAST(session_user AS text)
