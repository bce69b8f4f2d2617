-- People are merged within one number, and cared for by agents who may see it.
CREATE FUNCTION tandem_guard_contact() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF (NEW.merged_into IS DISTINCT FROM OLD.merged_into AND NEW.merged_into IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM contacts k WHERE k.id = NEW.merged_into AND k.number_id = NEW.number_id AND k.merged_into IS NULL))
        OR (NEW.owner_id IS DISTINCT FROM OLD.owner_id AND NEW.owner_id IS NOT NULL AND NOT tandem_agent_sees(NEW.owner_id, NEW.number_id)) THEN
        RAISE EXCEPTION 'not within this number' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
