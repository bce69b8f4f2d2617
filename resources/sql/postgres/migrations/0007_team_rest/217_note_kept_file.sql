-- A file's hash is the key to it, so agents note their own without being able to list anybody's. By the database's clock and
-- never backwards: what somebody needs must not look old.
CREATE OR REPLACE FUNCTION tandem_note_kept_file(hash text, at_ms bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO kept_files (sha256, kept_ms) VALUES (hash, CASE WHEN tandem_trusted() THEN at_ms ELSE tandem_clock_ms() END)
    ON CONFLICT (sha256) DO UPDATE SET kept_ms = greatest(kept_files.kept_ms, excluded.kept_ms);
END
$$
