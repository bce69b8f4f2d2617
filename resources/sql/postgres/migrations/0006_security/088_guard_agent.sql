-- Away is one's own word.
CREATE FUNCTION tandem_guard_agent() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NEW.away <> OLD.away AND OLD.id IS DISTINCT FROM tandem_me() THEN
        RAISE EXCEPTION 'only an agent says that they are away' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
