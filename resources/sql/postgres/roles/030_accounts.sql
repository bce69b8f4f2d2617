-- The one place that may make and change login roles: owned by a role that nobody is, called by the owner's functions only.
DO $$
DECLARE
    db text := current_database();
BEGIN
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS tandem_accounts AUTHORIZATION %I', db || '_keeper');
    EXECUTE format('GRANT USAGE ON SCHEMA tandem_accounts TO %I', db || '_owner');
END
$$
