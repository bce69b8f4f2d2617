-- Lets both engines read a batch from one JSON parameter with the same text: FROM json_each(CAST(:rows AS TEXT)).
CREATE FUNCTION json_each(rows text) RETURNS TABLE (value jsonb)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT jsonb_array_elements(CAST(rows AS jsonb))'
