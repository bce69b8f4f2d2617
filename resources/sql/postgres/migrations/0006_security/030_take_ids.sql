-- Fresh ids, so that a batch can name its rows. Bounded for agents, so that nobody uses the ids up.
CREATE FUNCTION tandem_take_ids(kind text, count bigint) RETURNS SETOF bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    sequence regclass;
BEGIN
    IF kind NOT IN ('contacts', 'conversations', 'messages') OR count < 1 OR (count > 10000 AND NOT tandem_trusted()) THEN
        RAISE EXCEPTION 'ids of this kind or number are not given out' USING ERRCODE = '42501';
    END IF;
    sequence := pg_get_serial_sequence('public.' || kind, 'id');
    RETURN QUERY SELECT nextval(sequence) FROM generate_series(1, count);
END
$$
