-- A file's bytes are found by the gateway; an agent may only ask for them again.
CREATE FUNCTION tandem_guard_media() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NEW.state <> OLD.state AND NOT (OLD.state IN ('failed', 'purged') AND NEW.state = 'pending') THEN
        RAISE EXCEPTION 'only the gateway fetches files' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
