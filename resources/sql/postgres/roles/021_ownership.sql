-- Tables that somebody made here before there was an owner.
DO $$
DECLARE
    owner text := CAST(current_database() AS text) || '_owner';
    thing record;
BEGIN
    FOR thing IN SELECT c.oid, c.relname FROM pg_class c
        WHERE c.relnamespace = CAST('public' AS regnamespace) AND c.relkind IN ('r', 'p') AND c.relowner <> CAST(quote_ident(owner) AS regrole) LOOP
        EXECUTE format('ALTER TABLE public.%I OWNER TO %I', thing.relname, owner);
    END LOOP;
    FOR thing IN SELECT CAST(p.oid AS regprocedure) AS name FROM pg_proc p
        WHERE p.pronamespace = CAST('public' AS regnamespace) AND p.proowner <> CAST(quote_ident(owner) AS regrole) LOOP
        EXECUTE format('ALTER ROUTINE %s OWNER TO %I', thing.name, owner);
    END LOOP;
END
$$
