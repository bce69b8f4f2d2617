-- Advisory locks and large objects are everybody's by default: with them an agent could stop gateways without touching a row, or fill the disk.
-- Only a superuser can close them; elsewhere gateways end sessions that hold others up (tandem_clear_the_way).
DO $$
DECLARE
    owner text := CAST(current_database() AS text) || '_owner';
    call regprocedure;
BEGIN
    IF current_setting('is_superuser') <> 'on' THEN
        RETURN;
    END IF;
    FOR call IN SELECT CAST(p.oid AS regprocedure) FROM pg_proc p WHERE p.pronamespace = CAST('pg_catalog' AS regnamespace)
            AND (p.proname LIKE 'pg\_advisory%' OR p.proname LIKE 'pg\_try\_advisory%' OR p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea')) LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', call);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', call, owner);
    END LOOP;
END
$$
