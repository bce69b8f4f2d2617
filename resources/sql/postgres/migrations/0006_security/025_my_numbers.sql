-- As one array, so that a policy asks once a query: number_id = ANY (CAST((SELECT tandem_my_numbers()) AS bigint[])).
CREATE FUNCTION tandem_my_numbers() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF tandem_trusted() THEN
        RETURN ARRAY(SELECT n.id FROM numbers n);
    END IF;
    RETURN coalesce(tandem_numbers_of(tandem_me()), CAST('{}' AS bigint[]));
END
$$
