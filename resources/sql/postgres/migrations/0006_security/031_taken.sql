-- Whether this id was given out: an agent must not take a later one, which would make the gateway's next insert fail.
CREATE FUNCTION tandem_taken(kind text, id bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    RETURN id > 0 AND id <= coalesce(pg_sequence_last_value(CAST(pg_get_serial_sequence('public.' || kind, 'id') AS regclass)), 0)
