-- Says that a file is whole, after a look at its bytes: nobody can plant a row or parts under the name of a file that a colleague will want.
-- False: the parts were something else; they are gone, and may be brought again.
CREATE FUNCTION tandem_finish_media(hash text, at_month bigint, part_count bigint, total bigint, kind text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT tandem_trusted() AND tandem_me() IS NULL THEN
        RAISE EXCEPTION 'only agents bring files' USING ERRCODE = '42501';
    END IF;
    IF EXISTS (SELECT 1 FROM media_objects o WHERE o.sha256 = hash) THEN
        RETURN true;
    END IF;
    IF total <= 268435456 AND (SELECT coalesce(sum(length(c.bytes)), 0) FROM media_chunks c
            WHERE c.month = at_month AND c.sha256 = hash AND c.part >= 0 AND c.part < part_count) = total
        AND (SELECT encode(sha256(coalesce(string_agg(c.bytes, CAST('' AS bytea) ORDER BY c.part), '')), 'hex') FROM media_chunks c
            WHERE c.month = at_month AND c.sha256 = hash AND c.part >= 0 AND c.part < part_count) = hash THEN
        INSERT INTO media_objects (sha256, size, mime, month, parts) VALUES (hash, total, kind, at_month, part_count) ON CONFLICT DO NOTHING;
        RETURN true;
    END IF;
    DELETE FROM media_chunks c WHERE c.month = at_month AND c.sha256 = hash;
    RETURN false;
END
$$
