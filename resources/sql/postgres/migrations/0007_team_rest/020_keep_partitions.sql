-- Files lie in one partition a month, made ahead; the default one is a net for what comes when nobody made any. Parts of uploads that never
-- ended go after two days, and a month goes when it is over and nothing is left in it. Returns how many partitions came or went.
CREATE FUNCTION tandem_keep_partitions() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '2s'
AS $$
DECLARE
    today timestamp := clock_timestamp() AT TIME ZONE 'UTC';
    recent bigint := CAST(to_char(today - interval '2 days', 'YYYYMM') AS bigint);
    latest bigint := CAST(to_char(today + interval '2 months', 'YYYYMM') AS bigint);
    owner text := CAST(current_database() AS text) || '_owner';
    month bigint;
    name text;
    bare boolean;
    changed bigint := 0;
BEGIN
    IF NOT tandem_trusted() THEN
        RAISE EXCEPTION 'only gateways keep the partitions' USING ERRCODE = '42501';
    END IF;
    LOCK TABLE ONLY media_chunks IN SHARE UPDATE EXCLUSIVE MODE; -- of two keepers the second waits; readers and writers don't
    FOR ahead IN 0..2 LOOP
        month := CAST(to_char(today + make_interval(months => ahead), 'YYYYMM') AS bigint);
        name := 'media_chunks_' || month;
        CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
        LOCK TABLE media_chunks_default IN ACCESS EXCLUSIVE MODE;
        EXECUTE format('CREATE TABLE public.%I (LIKE public.media_chunks INCLUDING ALL)', name);
        EXECUTE format('WITH late AS (DELETE FROM public.media_chunks_default WHERE month = %s RETURNING *) INSERT INTO public.%I SELECT * FROM late', month, name);
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
        IF to_regrole(quote_ident(owner)) IS NOT NULL THEN
            EXECUTE format('CREATE POLICY owner ON public.%I TO %I USING (true) WITH CHECK (true)', name, owner);
        END IF;
        EXECUTE format('ALTER TABLE public.media_chunks ATTACH PARTITION public.%I FOR VALUES FROM (%s) TO (%s)', name, month, month + 1);
        changed := changed + 1;
    END LOOP;
    DELETE FROM media_chunks c WHERE (c.month < recent OR c.month > latest)
        AND NOT EXISTS (SELECT 1 FROM media_objects o WHERE o.sha256 = c.sha256 AND o.month = c.month);
    FOR name IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = CAST('public.media_chunks' AS regclass) AND c.relname ~ '^media_chunks_[0-9]{6}$' AND CAST(right(c.relname, 6) AS bigint) < recent LOOP
        EXECUTE format('SELECT NOT EXISTS (SELECT 1 FROM public.%I)', name) INTO bare;
        CONTINUE WHEN NOT bare;
        BEGIN
            -- In the order of everybody else, and looked at again when nobody can add any more.
            LOCK TABLE ONLY media_chunks IN ACCESS EXCLUSIVE MODE;
            EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', name);
            EXECUTE format('SELECT NOT EXISTS (SELECT 1 FROM public.%I)', name) INTO bare;
            IF bare THEN
                EXECUTE format('DROP TABLE public.%I', name);
                changed := changed + 1;
            END IF;
        EXCEPTION WHEN lock_not_available THEN
            NULL; -- the next time
        END;
    END LOOP;
    RETURN changed;
END
$$
