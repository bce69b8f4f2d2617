CREATE OR REPLACE FUNCTION tandem_accounts.set_login(login text, allowed boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT tandem_accounts.is_ours(login) THEN
        RAISE EXCEPTION 'no agent of this workspace' USING ERRCODE = '42501';
    END IF;
    PERFORM tandem_accounts.shed(login);
    EXECUTE format('ALTER ROLE %I %s', login, CASE WHEN allowed THEN 'LOGIN' ELSE 'NOLOGIN' END);
    IF NOT allowed THEN
        BEGIN
            PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.usename = login AND a.pid <> pg_backend_pid();
        EXCEPTION WHEN insufficient_privilege THEN
            NULL;
        END;
    END IF;
END
$$
