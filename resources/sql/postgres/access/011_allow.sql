-- Grants one verb on a table (all columns, or those named) and lets it at the rows of a condition; an empty condition means every row.
-- @mine: my numbers, asked once a query; @fits: the row's conversation is of the row's number.
CREATE OR REPLACE FUNCTION tandem_allow(who text, verb text, tbl text, columns text, condition text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    role text := CAST(current_database() AS text) || '_' || who;
    rule text := CASE WHEN condition = '' THEN 'true' ELSE condition END;
BEGIN
    rule := replace(rule, '@mine', 'ANY (CAST((SELECT tandem_my_numbers()) AS bigint[]))');
    rule := replace(rule, '@me', '(SELECT tandem_me())');
    rule := replace(rule, '@leads', '(SELECT tandem_leads())');
    rule := replace(rule, '@admin', '(SELECT tandem_administers())');
    rule := replace(rule, '@fits', format('EXISTS (SELECT 1 FROM conversations fits WHERE fits.id = %1$I.conversation_id AND fits.number_id = %1$I.number_id)', tbl));
    -- A schema in the middle of its migrations may lack some.
    SELECT string_agg(quote_ident(c.name), ', ') INTO columns FROM (SELECT btrim(x.name, E' \n') AS name FROM unnest(string_to_array(columns, ',')) AS x (name)) c
    WHERE EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = to_regclass('public.' || tbl) AND a.attname = c.name);
    EXECUTE format('GRANT %s %s ON public.%I TO %I', verb, coalesce('(' || columns || ')', ''), tbl, role);
    EXECUTE format('CREATE POLICY %I ON public.%I FOR %s TO %I %s %s', who || '_' || lower(verb), tbl, verb, role,
        CASE WHEN verb <> 'INSERT' THEN format('USING (%s)', rule) END,
        CASE WHEN verb IN ('INSERT', 'UPDATE') THEN format('WITH CHECK (%s)', rule) END);
END
$$
