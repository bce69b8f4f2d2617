-- Who may give a conversation to whom (what somebody has who is gone is anybody's to take); whose it is stays; and what the list shows of the last
-- message is what that message says.
CREATE OR REPLACE FUNCTION tandem_guard_conversation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    me bigint := tandem_me();
    last record;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.assignee_id IS DISTINCT FROM OLD.assignee_id AND OLD.assignee_id <> me AND NOT tandem_leads()
            AND tandem_agent_sees(OLD.assignee_id, OLD.number_id) THEN
            RAISE EXCEPTION 'only leads take conversations from others' USING ERRCODE = '42501';
        END IF;
        IF NEW.contact_id <> OLD.contact_id THEN
            RAISE EXCEPTION 'a conversation stays with its person' USING ERRCODE = '42501';
        END IF;
        IF NEW.last_agent_id IS DISTINCT FROM OLD.last_agent_id AND NEW.last_agent_id <> me THEN
            RAISE EXCEPTION 'another agent did not answer here' USING ERRCODE = '42501';
        END IF;
    END IF;
    IF NEW.assignee_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.assignee_id IS DISTINCT FROM OLD.assignee_id) AND NOT tandem_agent_sees(NEW.assignee_id, NEW.number_id) THEN
        RAISE EXCEPTION 'this agent may not see the number' USING ERRCODE = '42501';
    END IF;
    SELECT m.id, m.timestamp_ms, m.direction, m.origin, m.status, m.revoked,
        left(btrim(regexp_replace(substr(m.text, 1, 400), '\s+', ' ', 'g')), 160) AS text,
        CASE WHEN m.type = 'audio' AND EXISTS (SELECT 1 FROM message_media d WHERE d.message_id = m.id AND d.voice = 1) THEN 'voice' ELSE m.type END AS type
    INTO last FROM messages m WHERE m.conversation_id = NEW.id ORDER BY m.timestamp_ms DESC, m.id DESC LIMIT 1;
    NEW.last_message_id := last.id;
    NEW.last_message_ms := last.timestamp_ms;
    NEW.preview_text := coalesce(last.text, '');
    NEW.preview_type := coalesce(last.type, '');
    IF last.id IS NOT NULL THEN
        NEW.preview_direction := last.direction;
        NEW.preview_origin := last.origin;
        NEW.preview_status := last.status;
        NEW.preview_revoked := last.revoked;
    END IF;
    RETURN NEW;
END
$$
