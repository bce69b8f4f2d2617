CREATE OR REPLACE FUNCTION tandem_accounts.make(login text, role text, verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF to_regrole(quote_ident(login)) IS NULL THEN
        -- Two connections a desktop, and a few desktops.
        EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 20', login);
        EXECUTE format('GRANT %I TO %I', CAST(current_database() AS text) || '_agent', login);
    ELSIF NOT tandem_accounts.is_ours(login) THEN
        RAISE EXCEPTION 'the server has another role of this name' USING ERRCODE = 'TD002';
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN', login);
    PERFORM tandem_accounts.set_password(login, verifier);
    PERFORM tandem_accounts.set_role(login, role);
END
$$
