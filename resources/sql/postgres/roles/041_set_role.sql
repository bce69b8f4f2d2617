CREATE OR REPLACE FUNCTION tandem_accounts.set_role(login text, role text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    db text := current_database();
BEGIN
    IF NOT tandem_accounts.is_ours(login) OR role NOT IN ('agent', 'lead', 'admin') THEN
        RAISE EXCEPTION 'no agent of this workspace' USING ERRCODE = '42501';
    END IF;
    PERFORM tandem_accounts.shed(login);
    IF pg_has_role(login, db || '_lead', 'MEMBER') THEN
        EXECUTE format('REVOKE %I FROM %I', db || '_lead', login);
    END IF;
    IF pg_has_role(login, db || '_admin', 'MEMBER') THEN
        EXECUTE format('REVOKE %I FROM %I', db || '_admin', login);
    END IF;
    IF role IN ('lead', 'admin') THEN
        EXECUTE format('GRANT %I TO %I', db || '_lead', login);
    END IF;
    IF role = 'admin' THEN
        EXECUTE format('GRANT %I TO %I', db || '_admin', login);
    END IF;
END
$$
