CREATE FUNCTION tandem_agent_sees(agent_id bigint, number_id bigint) RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(number_id = ANY (tandem_numbers_of(agent_id)), false)
