-- Messages lie where their person's conversation is, and what waits to be sent lies with its message.
CREATE FUNCTION tandem_guard_outbox_place() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT tandem_kin(OLD.conversation_id, NEW.conversation_id)
        AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.outbox_id = OLD.id AND m.conversation_id = NEW.conversation_id) THEN
        RAISE EXCEPTION 'a message stays with the person it goes to' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
