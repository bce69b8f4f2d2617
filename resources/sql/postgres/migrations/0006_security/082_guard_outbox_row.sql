-- An agent may cancel what has not left, let it go now, and send again what failed; the rest is the gateway's.
CREATE FUNCTION tandem_guard_outbox() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF (NEW.id, NEW.client_id, NEW.number_id, NEW.to_phone, NEW.to_bsuid, NEW.type, NEW.text, NEW.reply_to, NEW.content, NEW.priority, NEW.attempts, NEW.in_flight_ms,
            NEW.author, NEW.author_id, NEW.fence, NEW.media, NEW.media_sha256)
        IS DISTINCT FROM (OLD.id, OLD.client_id, OLD.number_id, OLD.to_phone, OLD.to_bsuid, OLD.type, OLD.text, OLD.reply_to, OLD.content, OLD.priority, OLD.attempts, OLD.in_flight_ms,
            OLD.author, OLD.author_id, OLD.fence, OLD.media, OLD.media_sha256)
        OR (NEW.wamid IS DISTINCT FROM OLD.wamid AND NEW.wamid IS NOT NULL)
        OR (NEW.media_id <> OLD.media_id AND NEW.media_id <> '')
        OR (NEW.hold <> OLD.hold AND NEW.hold <> 'none')
        OR (NEW.error_code <> OLD.error_code AND NEW.error_code <> 0)
        OR (NEW.state <> OLD.state AND NOT (OLD.state IN ('queued', 'failed', 'unknown') AND NEW.state IN ('queued', 'cancelled')))
        OR (NEW.state = OLD.state AND OLD.state <> 'queued' AND (NEW.wamid, NEW.done_ms, NEW.not_before_ms, NEW.queued_ms)
            IS DISTINCT FROM (OLD.wamid, OLD.done_ms, OLD.not_before_ms, OLD.queued_ms)) THEN
        RAISE EXCEPTION 'only the gateway changes this' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
