-- What an agent says of its presence can't last longer than it may by the database's clock.
CREATE FUNCTION tandem_clamped() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_TABLE_NAME = 'presence' THEN
        NEW.seen_ms := least(NEW.seen_ms, tandem_clock_ms());
    ELSE
        NEW.viewing_until_ms := least(NEW.viewing_until_ms, tandem_clock_ms() + 60000);
        NEW.typing_until_ms := least(NEW.typing_until_ms, tandem_clock_ms() + 60000);
        NEW.lock_until_ms := least(NEW.lock_until_ms, tandem_clock_ms() + 60000);
    END IF;
    RETURN NEW;
END
$$
