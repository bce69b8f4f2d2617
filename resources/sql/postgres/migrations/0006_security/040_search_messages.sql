-- Under a policy @@ would have to scan, because it isn't leakproof: here the grants are applied beside the index, and only numbers come out.
-- EXECUTE plans with the values, which a word's frequency needs.
CREATE FUNCTION tandem_search_messages(match text, before bigint, count bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF tandem_trusted() OR tandem_my_role() = 'admin' THEN
        RETURN QUERY EXECUTE 'SELECT s.entry FROM message_search s WHERE s.tokens @@ CAST($1 AS tsquery) AND s.entry < $2 ORDER BY s.entry DESC LIMIT $3'
            USING match, before, least(count, 10000);
    ELSE
        RETURN QUERY EXECUTE 'SELECT s.entry FROM message_search s WHERE s.tokens @@ CAST($1 AS tsquery) AND s.entry < $2 AND s.number_id = ANY ($4)
            ORDER BY s.entry DESC LIMIT $3'
            USING match, before, least(count, 10000), tandem_my_numbers();
    END IF;
END
$$
