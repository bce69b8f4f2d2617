-- Only roles that are agents of this workspace and nothing else may be touched.
CREATE OR REPLACE FUNCTION tandem_accounts.is_ours(login text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
SELECT coalesce((SELECT NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication)
        AND EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid AND m.roleid = to_regrole(quote_ident(CAST(current_database() AS text) || '_agent')))
        AND NOT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
            WHERE m.member = r.oid AND g.rolname NOT IN (CAST(current_database() AS text) || '_agent', CAST(current_database() AS text) || '_lead', CAST(current_database() AS text) || '_admin'))
    FROM pg_roles r WHERE r.rolname = login), false)
$$
