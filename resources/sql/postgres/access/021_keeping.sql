DO $$
DECLARE
    db text := current_database();
BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION tandem_keep_partitions() TO %I', db || '_gateway');
    EXECUTE format('GRANT EXECUTE ON FUNCTION tandem_finish_media(text, bigint, bigint, bigint, text) TO %I, %I', db || '_gateway', db || '_agent');
END
$$
