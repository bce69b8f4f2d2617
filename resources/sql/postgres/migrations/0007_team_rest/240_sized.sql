-- What agents write is read by all desktops at once: nobody may write something that is too big for them. The argument: bytes of a row.
CREATE FUNCTION tandem_sized() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF pg_column_size(NEW) > CAST(TG_ARGV[0] AS integer) THEN
        RAISE EXCEPTION 'this is too long' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
