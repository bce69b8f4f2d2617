CREATE FUNCTION tandem_audit(action text, subject text, subject_id text, number_id bigint, conversation_id bigint, detail text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (tandem_clock_ms(), CASE WHEN session_user = CAST(current_database() AS text) || '_gateway' THEN 'gateway' ELSE tandem_login() END,
        coalesce(host(inet_client_addr()), 'local'), action, subject, subject_id, number_id, conversation_id, detail);
END
$$
