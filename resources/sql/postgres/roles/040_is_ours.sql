-- Only roles that are agents of this workspace and nothing else may be touched. Before PostgreSQL 16 everybody may make others members of
-- themselves: being a member of a colleague is nothing, and must not keep anybody from being disabled.
CREATE OR REPLACE FUNCTION tandem_accounts.is_ours(login text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
WITH groups AS (SELECT CAST(current_database() AS text) || g.suffix AS name FROM (VALUES ('_agent'), ('_lead'), ('_admin')) AS g (suffix)),
plain AS (
    SELECT r.oid, r.rolname FROM pg_roles r
    WHERE NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication)
        AND EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid AND m.roleid = to_regrole(quote_ident(CAST(current_database() AS text) || '_agent')))
)
SELECT EXISTS (SELECT 1 FROM plain r WHERE r.rolname = login
    AND NOT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
        WHERE m.member = r.oid AND g.rolname NOT IN (SELECT name FROM groups) AND g.oid NOT IN (SELECT p.oid FROM plain p)))
$$
