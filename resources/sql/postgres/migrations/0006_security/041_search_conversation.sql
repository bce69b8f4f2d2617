CREATE FUNCTION tandem_search_conversation(match text, conversation bigint, mask bigint, count bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation AND tandem_sees(c.number_id)) THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE 'SELECT s.entry FROM message_search s WHERE s.tokens @@ CAST($1 AS tsquery)
            AND EXISTS (SELECT 1 FROM messages m WHERE m.id = (s.entry & $2) AND m.conversation_id = $3)
        ORDER BY s.entry DESC LIMIT $4'
        USING match, mask, conversation, least(count, 10000);
END
$$
