CREATE FUNCTION tandem_sees(number_id bigint) RETURNS boolean LANGUAGE sql STABLE RETURN coalesce(number_id = ANY (tandem_my_numbers()), false)
