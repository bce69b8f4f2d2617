-- Deliveries that wait for their number's name.
CREATE FUNCTION tandem_lock_waiting() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    PERFORM tandem_hold_work('waiting', ARRAY[CAST(1 AS bigint)]);
END
$$
