CREATE FUNCTION tandem_require_administrator() RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT tandem_administers() THEN
        RAISE EXCEPTION 'only administrators may do this' USING ERRCODE = '42501';
    END IF;
END
$$
