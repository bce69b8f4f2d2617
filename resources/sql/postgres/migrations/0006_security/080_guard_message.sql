-- What was said stays as it was said: an agent changes stars, read failures, where merged people's messages lie, our own reaction, and the state
-- of messages that this desk queued.
CREATE FUNCTION tandem_guard_message() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    person bigint; -- whose message it is
    head bigint;
    own boolean := OLD.source = 'send' AND OLD.direction = 'out' AND OLD.outbox_id IS NOT NULL;
BEGIN
    IF (NEW.id, NEW.number_id, NEW.direction, NEW.origin, NEW.source, NEW.type, NEW.content_rank, NEW.revoked, NEW.payload, NEW.billable)
            IS DISTINCT FROM (OLD.id, OLD.number_id, OLD.direction, OLD.origin, OLD.source, OLD.type, OLD.content_rank, OLD.revoked, OLD.payload, OLD.billable)
        OR (NEW.text, NEW.reply_to, NEW.edits, NEW.author, NEW.outbox_id, NEW.price_category)
            IS DISTINCT FROM (OLD.text, OLD.reply_to, OLD.edits, OLD.author, OLD.outbox_id, OLD.price_category)
        OR (NEW.base IS DISTINCT FROM OLD.base AND NOT (own AND NEW.base IS NULL) AND CAST(NEW.base AS jsonb) IS DISTINCT FROM CAST(OLD.base AS jsonb))
        OR (NEW.wamid IS DISTINCT FROM OLD.wamid AND NOT (own AND NEW.wamid IS NULL))
        OR (NEW.timestamp_ms <> OLD.timestamp_ms AND NOT (own AND OLD.wamid IS NULL))
        OR ((NEW.status, NEW.base_status, NEW.error_code, NEW.error_title, NEW.error_details)
            IS DISTINCT FROM (OLD.status, OLD.base_status, OLD.error_code, OLD.error_title, OLD.error_details)
            AND NOT (own AND NEW.status IN ('queued', 'none') AND NEW.base_status IN ('queued', 'none') AND NEW.error_code IS NULL)) THEN
        RAISE EXCEPTION 'what was said can''t be changed' USING ERRCODE = '42501';
    END IF;
    IF NEW.reactions IS DISTINCT FROM OLD.reactions
        AND jsonb_path_query_array(coalesce(CAST(NEW.reactions AS jsonb), '[]'), '$[*] ? (@.from != "business")')
            IS DISTINCT FROM jsonb_path_query_array(coalesce(CAST(OLD.reactions AS jsonb), '[]'), '$[*] ? (@.from != "business")') THEN
        RAISE EXCEPTION 'a customer''s reaction can''t be changed' USING ERRCODE = '42501';
    END IF;
    IF (NEW.conversation_id, NEW.home_contact_id) IS DISTINCT FROM (OLD.conversation_id, OLD.home_contact_id) THEN
        person := coalesce(OLD.home_contact_id, (SELECT c.contact_id FROM conversations c WHERE c.id = OLD.conversation_id));
        head := (SELECT c.contact_id FROM conversations c WHERE c.id = NEW.conversation_id);
        IF person IS DISTINCT FROM coalesce(NEW.home_contact_id, head)
            OR (NEW.conversation_id <> OLD.conversation_id AND head IS DISTINCT FROM (SELECT coalesce(k.merged_into, k.id) FROM contacts k WHERE k.id = person)) THEN
            RAISE EXCEPTION 'a message stays with the person who wrote it' USING ERRCODE = '42501';
        END IF;
    END IF;
    RETURN NEW;
END
$$
