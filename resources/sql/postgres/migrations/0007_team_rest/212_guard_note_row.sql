-- A note's words are its author's; a lead may only take them away. It moves along with merged people only.
CREATE OR REPLACE FUNCTION tandem_guard_note() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF (NEW.id, NEW.number_id, NEW.author_id, NEW.created_ms) IS DISTINCT FROM (OLD.id, OLD.number_id, OLD.author_id, OLD.created_ms)
        OR (OLD.author_id IS DISTINCT FROM tandem_me() AND (NEW.text, NEW.edited_ms, NEW.deleted_ms) IS DISTINCT FROM (OLD.text, OLD.edited_ms, OLD.deleted_ms)
            AND NOT (tandem_leads() AND NEW.deleted_ms IS NOT NULL AND NEW.text IN (OLD.text, '') AND NEW.edited_ms IS NOT DISTINCT FROM OLD.edited_ms)) THEN
        RAISE EXCEPTION 'this note is another agent''s' USING ERRCODE = '42501';
    END IF;
    IF NEW.conversation_id <> OLD.conversation_id AND NOT tandem_kin(OLD.conversation_id, NEW.conversation_id) THEN
        RAISE EXCEPTION 'a note stays with the person it is about' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
