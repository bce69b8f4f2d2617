-- Superusers and members of the owner; everybody in a workspace that has no roles (a test's own).
CREATE FUNCTION tandem_is_owner() RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(pg_has_role(session_user, to_regrole(quote_ident(CAST(current_database() AS text) || '_owner')), 'MEMBER'), true)
