-- Signs what an agent adds: the column named in the first argument is theirs when it was left out; a policy refuses another's.
CREATE FUNCTION tandem_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF to_jsonb(NEW) -> TG_ARGV[0] = 'null' THEN
        NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], tandem_me()));
    END IF;
    IF TG_NARGS > 1 THEN
        NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[1], tandem_my_name()));
    END IF;
    RETURN NEW;
END
$$
