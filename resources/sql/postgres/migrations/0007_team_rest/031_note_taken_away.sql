-- Who took a note away may bring it back: an author undoes their own deletion, not a lead's.
CREATE FUNCTION tandem_note_taken_away() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF OLD.deleted_ms IS NULL THEN
        NEW.deleted_by := CASE WHEN NEW.deleted_ms IS NOT NULL THEN tandem_me() END;
        RETURN NEW;
    END IF;
    IF (NEW.deleted_ms, NEW.text, NEW.edited_ms) IS DISTINCT FROM (OLD.deleted_ms, OLD.text, OLD.edited_ms)
        AND coalesce(OLD.deleted_by, OLD.author_id) IS DISTINCT FROM tandem_me() THEN
        RAISE EXCEPTION 'this note was taken away by somebody else' USING ERRCODE = '42501';
    END IF;
    NEW.deleted_by := CASE WHEN NEW.deleted_ms IS NOT NULL THEN OLD.deleted_by END;
    RETURN NEW;
END
$$
