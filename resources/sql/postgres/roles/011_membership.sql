-- A superuser is everything already; another role has to be put where it may act for the owner and the keeper of accounts.
DO $$
DECLARE
    db text := current_database();
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['_owner', '_keeper'] LOOP
        IF NOT pg_has_role(current_user, to_regrole(quote_ident(db || name)), 'MEMBER') THEN
            EXECUTE format('GRANT %I TO %I', db || name, current_user);
        END IF;
    END LOOP;
END
$$
