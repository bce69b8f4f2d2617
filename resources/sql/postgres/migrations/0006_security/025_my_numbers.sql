-- As one array, so that a policy asks once a query: number_id = ANY ((SELECT tandem_my_numbers())).
CREATE FUNCTION tandem_my_numbers() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    RETURN CASE WHEN tandem_trusted() THEN ARRAY(SELECT n.id FROM numbers n) ELSE coalesce(tandem_numbers_of(tandem_me()), CAST('{}' AS bigint[])) END
