-- Writes one line a changed row: arguments are action, subject, the columns of its key and those to tell, both separated by spaces.
-- Of a change it tells the first of them, before and after.
CREATE FUNCTION tandem_audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    is_now jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    any_row jsonb := coalesce(is_now, was);
    told text[] := CASE WHEN TG_ARGV[3] = '' THEN CAST('{}' AS text[]) ELSE string_to_array(TG_ARGV[3], ' ') END;
    detail text := '{}';
BEGIN
    IF TG_OP = 'UPDATE' AND cardinality(told) > 0 THEN
        detail := CAST(json_build_object('from', was -> told[1], 'to', is_now -> told[1]) AS text);
    ELSIF cardinality(told) > 0 THEN
        SELECT CAST(json_object_agg(t.name, any_row -> t.name) AS text) INTO detail FROM unnest(told) AS t (name);
    END IF;
    PERFORM tandem_audit(TG_ARGV[0], TG_ARGV[1], (SELECT string_agg(any_row ->> k.name, '/' ORDER BY k.place) FROM unnest(string_to_array(TG_ARGV[2], ' ')) WITH ORDINALITY AS k (name, place)),
        CASE WHEN TG_TABLE_NAME = 'numbers' THEN CAST(any_row ->> 'id' AS bigint) ELSE CAST(any_row ->> 'number_id' AS bigint) END,
        CASE WHEN TG_TABLE_NAME = 'conversations' THEN CAST(any_row ->> 'id' AS bigint) ELSE CAST(any_row ->> 'conversation_id' AS bigint) END,
        detail);
    RETURN NULL;
END
$$
