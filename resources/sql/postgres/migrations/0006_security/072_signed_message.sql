-- A message of an agent's own is what its outbox row says.
CREATE FUNCTION tandem_signed_message() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    NEW.author := tandem_my_name();
    IF NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = NEW.outbox_id AND o.author_id = tandem_me() AND o.number_id = NEW.number_id
            AND o.conversation_id = NEW.conversation_id AND o.type = NEW.type) THEN
        RAISE EXCEPTION 'an agent''s message belongs to an outbox row of theirs' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
