DO $$
BEGIN
    EXECUTE format('SET LOCAL ROLE %I', CAST(current_database() AS text) || '_keeper');
END
$$
