-- Everything is closed first, so that what these files don't open stays closed; run whole, as the owner, after every migration.
DO $$
DECLARE
    db text := current_database();
    t record;
    p record;
    name text;
BEGIN
    FOR p IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' LOOP
        EXECUTE format('DROP POLICY %I ON public.%I', p.policyname, p.tablename);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['PUBLIC', quote_ident(db || '_gateway'), quote_ident(db || '_agent'), quote_ident(db || '_lead'), quote_ident(db || '_admin')] LOOP
        EXECUTE 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ' || name;
        EXECUTE 'REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM ' || name;
        EXECUTE 'REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM ' || name;
    END LOOP;
    FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = CAST('public' AS regnamespace) AND c.relkind IN ('r', 'p') LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t.relname);
        EXECUTE format('CREATE POLICY owner ON public.%I TO %I USING (true) WITH CHECK (true)', t.relname, db || '_owner');
    END LOOP;
END
$$
