-- The gateway and the owner; all others are agents or nobody, whatever role they were put into.
CREATE FUNCTION tandem_trusted() RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(pg_has_role(session_user, to_regrole(quote_ident(CAST(current_database() AS text) || '_gateway')), 'MEMBER'), true)
        OR coalesce(pg_has_role(session_user, to_regrole(quote_ident(CAST(current_database() AS text) || '_owner')), 'MEMBER'), true)
