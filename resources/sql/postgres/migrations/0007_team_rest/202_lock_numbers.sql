-- `keys`: rows of a number's id.
CREATE FUNCTION tandem_lock_numbers(keys text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    ids bigint[] := ARRAY(SELECT DISTINCT CAST(r.value ->> 0 AS bigint) FROM json_each(keys) r);
BEGIN
    IF NOT tandem_trusted() AND NOT ids <@ tandem_my_numbers() THEN
        RAISE EXCEPTION 'not a number of this agent''s' USING ERRCODE = '42501';
    END IF;
    PERFORM tandem_hold_work('number', ids);
END
$$
