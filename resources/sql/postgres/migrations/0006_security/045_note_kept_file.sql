-- A file's hash is the key to it, so agents note their own without being able to list anybody's.
CREATE FUNCTION tandem_note_kept_file(hash text, at_ms bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO kept_files (sha256, kept_ms) VALUES (hash, at_ms) ON CONFLICT (sha256) DO UPDATE SET kept_ms = excluded.kept_ms;
END
$$
