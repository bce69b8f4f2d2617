DO $$
DECLARE
    owner text := CAST(current_database() AS text) || '_owner';
BEGIN
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tandem_accounts FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tandem_accounts TO %I', owner);
END
$$
