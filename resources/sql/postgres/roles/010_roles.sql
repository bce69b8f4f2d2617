-- Roles belong to the whole server, so their names begin with the database's. Run by whoever may create roles; may be run again.
DO $$
DECLARE
    db text := current_database();
    name text;
BEGIN
    IF octet_length(db) > 48 THEN
        RAISE EXCEPTION 'the database needs a shorter name' USING ERRCODE = '22023';
    END IF;
    FOREACH name IN ARRAY ARRAY['_owner', '_keeper', '_gateway', '_agent', '_lead', '_admin'] LOOP
        IF to_regrole(quote_ident(db || name)) IS NULL THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', db || name);
        END IF;
    END LOOP;
    EXECUTE format('ALTER ROLE %I NOLOGIN NOINHERIT', db || '_owner');
    EXECUTE format('ALTER ROLE %I NOLOGIN CREATEROLE', db || '_keeper');
    EXECUTE format('ALTER ROLE %I LOGIN', db || '_gateway');
    EXECUTE format('GRANT %I, %I, %I TO %I WITH ADMIN OPTION', db || '_agent', db || '_lead', db || '_admin', db || '_keeper');
END
$$
