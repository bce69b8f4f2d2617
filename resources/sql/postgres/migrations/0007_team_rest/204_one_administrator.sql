-- Refuses to leave a workspace without anybody who could let others in. The lock makes two such changes wait for each other.
CREATE OR REPLACE FUNCTION tandem_require_other_administrator(agent bigint) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    PERFORM tandem_hold_work('administrators', ARRAY[CAST(1 AS bigint)]);
    IF NOT EXISTS (SELECT 1 FROM agents a WHERE a.role = 'admin' AND a.disabled_ms IS NULL AND a.id <> agent) THEN
        RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'TD001';
    END IF;
END
$$
