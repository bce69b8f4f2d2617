-- Ends memberships in colleagues, which nobody here has any use for.
CREATE OR REPLACE FUNCTION tandem_accounts.shed(login text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    db text := current_database();
    colleague text;
BEGIN
    FOR colleague IN SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
            WHERE m.member = to_regrole(quote_ident(login)) AND g.rolname NOT IN (db || '_agent', db || '_lead', db || '_admin') LOOP
        EXECUTE format('REVOKE %I FROM %I', colleague, login);
    END LOOP;
END
$$
