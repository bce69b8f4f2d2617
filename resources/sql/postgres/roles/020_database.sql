-- Nobody else connects or keeps tables of their own here.
DO $$
DECLARE
    db text := current_database();
    name text;
BEGIN
    BEGIN
        EXECUTE format('ALTER DATABASE %I OWNER TO %I', db, db || '_owner');
    EXCEPTION WHEN insufficient_privilege THEN
        -- Giving a database away takes the right to create databases. Without it the database stays with whom it belongs to, who acts for the owner anyway.
        EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO %I', db, db || '_owner');
    END;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', db);
    FOREACH name IN ARRAY ARRAY['_gateway', '_agent'] LOOP
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', db, db || name);
    END LOOP;
    EXECUTE format('ALTER DATABASE %I SET search_path = public', db);
    EXECUTE format('ALTER SCHEMA public OWNER TO %I', db || '_owner');
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    FOREACH name IN ARRAY ARRAY['_gateway', '_agent'] LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', db || name);
    END LOOP;
END
$$
